import { create } from 'zustand'
import type { DictionaryInfo, TaughtWords } from '../../../shared/ipc/spelling-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../api'
import { showError, showNotice } from '../notices'
import { isMac } from '../platform'
import { getSettings } from '../settings-store'

interface DictionaryState {
  readonly known: readonly DictionaryInfo[]
  /** Languages of the writer's system, the first one first. */
  readonly preferred: readonly string[]
  readonly taught: TaughtWords
  /** Words that are let pass until the app closes. */
  readonly ignored: readonly string[]
  /** Dictionaries that turned out to be none, or too slow. */
  readonly unusable: readonly string[]
  readonly loaded: boolean
}

/** What spelling can be checked with. */
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

/** Looks which dictionaries there are. */
export const loadDictionaries = async (): Promise<void> => {
  const [found, taught] = await Promise.all([api.dictionaries(), api.taughtWords()])
  useDictionaries.setState({ ...found, taught, loaded: true })
}

/** Reads the words of the writer and of the site again: another site is open, or somebody changed a list. */
export const loadTaughtWords = async (): Promise<void> => {
  const taught = await api.taughtWords()
  if (JSON.stringify(taught) !== JSON.stringify(useDictionaries.getState().taught))
    useDictionaries.setState({ taught })
}

/** Takes a word out of a list. */
export const forgetWord = (word: string, where: 'personal' | 'site'): void => {
  api.forgetWord(word, where).then(
    (taught) => useDictionaries.setState({ taught }),
    (error) => showError(error, t('spelling.notRemoved', { word })),
  )
}

/** Keeps a word, and offers to take it back. */
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

/** Lets a word pass until the app closes. */
export const ignoreWord = (word: string): void =>
  useDictionaries.setState(({ ignored }) => ({ ignored: [...ignored, word] }))
