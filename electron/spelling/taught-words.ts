import { AppError } from '../../shared/app-error'
import { withoutWord, withWord, wordsInList } from '../../shared/spelling/own-words'
import { t } from '../../shared/texts/translate'
import { writeOrCreate } from '../disk/atomic-write'
import { readWhole } from '../disk/read-whole'

const largest = 1_000_000

/** The text of a list of words; empty where there is none. Throws where the file is no list that can be kept. */
const readList = async (path: string): Promise<string> => {
  let bytes: Uint8Array
  try {
    bytes = (await readWhole(path, t('spelling.wordsNotRead', { path }))).bytes
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return ''
    throw error
  }
  if (bytes.length > largest) throw new AppError('too-large', t('spelling.wordsTooLarge', { path }))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new AppError('not-text', t('spelling.wordsNotUtf8', { path }), {
      cause: error,
    })
  }
}

/** The words in a list on the disk. */
export const readWords = async (path: string): Promise<readonly string[]> => wordsInList(await readList(path))

const change = async (path: string, edit: (text: string) => string): Promise<readonly string[]> => {
  const before = await readList(path)
  const after = edit(before)
  if (after !== before) await writeOrCreate(path, new TextEncoder().encode(after))
  return wordsInList(after)
}

/** Adds a word at the end of a list; every other byte stays. */
export const teachWord = (path: string, word: string): Promise<readonly string[]> =>
  change(path, (text) => withWord(text, word))

/** Takes a word out of a list; every other byte stays. */
export const forgetWord = (path: string, word: string): Promise<readonly string[]> =>
  change(path, (text) => withoutWord(text, word))
