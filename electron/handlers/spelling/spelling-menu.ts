import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { SpellingChoice } from '../../../shared/ipc/spelling-calls'
import { t } from '../../../shared/texts/translate'
import { clipboardItems } from '../../window/context-menu'

/** Shows the native menu of a misspelled word; resolves with the choice when it closes. */
export const askInMenu = (
  window: BrowserWindow,
  word: string,
  suggestions: readonly string[],
  hasSite: boolean,
): Promise<SpellingChoice> =>
  new Promise((resolve) => {
    const item = (label: string, choice: SpellingChoice): MenuItemConstructorOptions => ({
      label,
      click: () => resolve(choice),
    })
    const replacements = suggestions.map((suggestion) =>
      item(suggestion, { kind: 'replace', word: suggestion }),
    )
    Menu.buildFromTemplate([
      ...(replacements.length > 0 ? replacements : [{ label: t('spelling.noSuggestions'), enabled: false }]),
      { type: 'separator' },
      item(t('spelling.addNamed', { word }), { kind: 'personal' }),
      ...(hasSite ? [item(t('spelling.addSite'), { kind: 'site' })] : []),
      item(t('spelling.ignore'), { kind: 'ignore' }),
      { type: 'separator' },
      ...clipboardItems,
    ]).popup({
      window,
      // The choice is reported just after the menu closes.
      callback: () => void setTimeout(() => resolve(null), 100),
    })
  })
