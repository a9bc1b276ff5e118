import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { t } from '../../shared/texts/translate'

/** The clipboard items of a text's context menu. */
export const clipboardItems: readonly MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { role: 'selectAll' },
]

/** The native menu of a right click on text: spelling first, then the clipboard. Elsewhere the page has its own. */
export const addContextMenu = (window: BrowserWindow): void => {
  const contents = window.webContents
  contents.on('context-menu', (_event, params) => {
    if (!params.isEditable && params.selectionText === '') return
    const spelling: MenuItemConstructorOptions[] = params.dictionarySuggestions.map((word) => ({
      label: word,
      click: () => contents.replaceMisspelling(word),
    }))
    if (params.misspelledWord !== '') {
      spelling.push({
        label: t('commands.addToDictionary', { word: params.misspelledWord }),
        click: () => contents.session.addWordToSpellCheckerDictionary(params.misspelledWord),
      })
    }
    if (spelling.length > 0) spelling.push({ type: 'separator' })
    Menu.buildFromTemplate([
      ...spelling,
      { role: 'cut', label: t('commands.cut'), enabled: params.editFlags.canCut },
      { role: 'copy', label: t('commands.copy'), enabled: params.editFlags.canCopy },
      { role: 'paste', label: t('commands.paste'), enabled: params.editFlags.canPaste },
      { role: 'pasteAndMatchStyle', label: t('commands.pasteAsText'), enabled: params.editFlags.canPaste },
      { role: 'selectAll', label: t('commands.selectAll') },
    ]).popup({ window })
  })
}
