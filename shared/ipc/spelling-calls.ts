import { z } from 'zod'
import { t } from '../texts/translate'
import { call, returns } from './define'

/** A spelling dictionary that is there. */
export interface DictionaryInfo {
  /** BCP 47 tag of its language, such as `de-DE`. */
  readonly tag: string
  readonly source: 'app' | 'system' | 'installed'
}

/** The two files of a dictionary (hunspell(5)). */
export interface DictionaryBytes {
  readonly aff: Uint8Array
  readonly dic: Uint8Array
}

/** Words that are right whatever a dictionary says: the writer's and those of the site. */
export interface TaughtWords {
  readonly personal: readonly string[]
  readonly site: readonly string[]
}

/** What the writer chose in the menu of a misspelled word. */
export type SpellingChoice =
  | { readonly kind: 'replace'; readonly word: string }
  | { readonly kind: 'personal' | 'site' | 'ignore' }
  | null

const dictionaryTag = z
  .string()
  .max(40)
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,12})*$/, t('files.notLanguage'))
const word = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^\s#][^\s]*$/u, t('files.notWord'))

export const spellingCalls = {
  dictionaries: call(
    z.tuple([]),
    returns<{ readonly known: readonly DictionaryInfo[]; readonly preferred: readonly string[] }>(),
  ),
  /** The files of a dictionary that is no part of the app. */
  readDictionary: call(z.tuple([dictionaryTag]), returns<DictionaryBytes>()),
  /** Asks for the files of a dictionary and installs them; null where the dialog was dismissed. */
  installDictionary: call(z.tuple([]), returns<readonly DictionaryInfo[]>()),
  removeDictionary: call(z.tuple([dictionaryTag]), returns<void>()),
  taughtWords: call(z.tuple([]), returns<TaughtWords>()),
  teachWord: call(z.tuple([word, z.enum(['personal', 'site'])]), returns<TaughtWords>()),
  forgetWord: call(z.tuple([word, z.enum(['personal', 'site'])]), returns<TaughtWords>()),
  /** The native menu of a misspelled word, with the clipboard; answers when it closes. */
  spellingMenu: call(z.tuple([word, z.array(z.string().min(1).max(80)).max(12)]), returns<SpellingChoice>()),
} as const
