import { delimiter, join } from 'node:path'
import { app, dialog } from 'electron'
import type { spellingCalls, TaughtWords } from '../../../shared/ipc/spelling-calls'
import { languagesOf } from '../../../shared/spelling/choose-dictionary'
import { t } from '../../../shared/texts/translate'
import type { HandlersOf } from '../../security/ipc'
import { createDictionaries, systemFolders } from '../../spelling/dictionaries'
import { forgetWord, readWords, teachWord } from '../../spelling/taught-words'
import type { MainWindow } from '../../window/main-window'
import { askInMenu } from './spelling-menu'

export interface SpellingHandlersOptions {
  readonly userData: string
  readonly window: MainWindow
  /** The folder of the open site; null if none is open. */
  readonly siteRoot: () => string | null
}

/** The word list of a site, committed with it. */
const siteList = 'postwright-words.txt'

/** The calls about dictionaries and added words. */
export const spellingHandlers = ({
  userData,
  window,
  siteRoot,
}: SpellingHandlersOptions): HandlersOf<typeof spellingCalls> => {
  // Hunspell itself searches DICPATH (hunspell(1)).
  const named = process.env.DICPATH?.split(delimiter).filter((folder) => folder !== '') ?? []
  const system = process.platform === 'linux' ? [...named, ...systemFolders] : named
  const dictionaries = createDictionaries(join(userData, 'dictionaries'), system)
  const personal = join(userData, 'words.txt')
  const listOf = (where: 'personal' | 'site'): string => {
    const root = siteRoot()
    return where === 'personal' || root === null ? personal : join(root, siteList)
  }
  const taughtWords = async (): Promise<TaughtWords> => {
    const root = siteRoot()
    const [own, site] = await Promise.all([
      readWords(personal),
      root === null ? [] : readWords(join(root, siteList)),
    ])
    return { personal: own, site }
  }
  return {
    dictionaries: async () => ({
      known: await dictionaries.list(),
      preferred: [...languagesOf(app.getPreferredSystemLanguages())],
    }),
    readDictionary: dictionaries.read,
    installDictionary: async () => {
      const { filePaths } = await dialog.showOpenDialog(window.need(), {
        title: t('spelling.installTitle'),
        buttonLabel: t('spelling.installButton'),
        message: t('spelling.installMessage'),
        properties: ['openFile'],
        filters: [{ name: t('spelling.dictionaries'), extensions: ['dic', 'aff', 'oxt', 'xpi', 'zip'] }],
      })
      return filePaths[0] === undefined ? [] : dictionaries.install(filePaths[0])
    },
    removeDictionary: dictionaries.remove,
    taughtWords,
    teachWord: async (word, where) => {
      await teachWord(listOf(where), word)
      return taughtWords()
    },
    forgetWord: async (word, where) => {
      await forgetWord(listOf(where), word)
      return taughtWords()
    },
    spellingMenu: (word, suggestions) => askInMenu(window.need(), word, suggestions, siteRoot() !== null),
  }
}
