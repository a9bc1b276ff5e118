import { create } from 'zustand'
import type { DictionaryInfo, TaughtWords } from '../../../shared/ipc/spelling-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../api'
import { showError, showNotice } from '../notices'
import { isMac } from '../platform'
import { getSettings } from '../settings-store'

interface DictionaryState {
  readonly known: readonly DictionaryInfo[]
  /** The system's languages, by preference. */
  readonly preferred: readonly string[]
  readonly taught: TaughtWords
  /** Words that are ignored until the app closes. */
  readonly ignored: readonly string[]
  /** Dictionaries that are invalid or too slow. */
  readonly unusable: readonly string[]
  readonly loaded: boolean
}

/** The dictionaries and word lists for spelling. */
export const useDictionaries = create<DictionaryState>(() => ({
  known: [],
  preferred: [],
  taught: { personal: [], site: [] },
  ignored: [],
  unusable: [],
  loaded: false,
}))

/** Whether the app checks spelling with its own dictionaries: macOS does it itself, elsewhere Chromium where it may. */
export const isSpellingOurs = (): boolean => {
  const { spellcheck, downloadDictionaries } = getSettings()
  return spellcheck && !isMac && !downloadDictionaries
}

/** Loads the available dictionaries. */
export const loadDictionaries = async (): Promise<void> => {
  const [found, taught] = await Promise.all([api.dictionaries(), api.taughtWords()])
  useDictionaries.setState({ ...found, taught, loaded: true })
}

/** Reloads the user's and the site's words after a change of site or list. */
export const loadTaughtWords = async (): Promise<void> => {
  const taught = await api.taughtWords()
  if (JSON.stringify(taught) !== JSON.stringify(useDictionaries.getState().taught))
    useDictionaries.setState({ taught })
}

/** Removes a word from a list. */
export const forgetWord = (word: string, where: 'personal' | 'site'): void => {
  api.forgetWord(word, where).then(
    (taught) => useDictionaries.setState({ taught }),
    (error) => showError(error, t('spelling.notRemoved', { word })),
  )
}

/** Adds a word, and offers to undo that. */
export const teachWord = (word: string, where: 'personal' | 'site'): void => {
  api.teachWord(word, where).then(
    (taught) => {
      useDictionaries.setState({ taught })
      showNotice({
        kind: 'info',
        text: t(where === 'site' ? 'spelling.addedSite' : 'spelling.addedYours', { word }),
        action: { label: t('spelling.undo'), run: () => forgetWord(word, where) },
      })
    },
    (error) => showError(error, t('spelling.notAdded', { word })),
  )
}

/** Ignores a word until the app closes. */
export const ignoreWord = (word: string): void =>
  useDictionaries.setState(({ ignored }) => ({ ignored: [...ignored, word] }))
