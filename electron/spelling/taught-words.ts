import { AppError } from '../../shared/app-error'
import { withoutWord, withWord, wordsInList } from '../../shared/spelling/own-words'
import { writeOrCreate } from '../disk/atomic-write'
import { readWhole } from '../disk/read-whole'

const largest = 1_000_000

/** The text of a list of words; empty where there is none. Throws where the file is no list that can be kept. */
const readList = async (path: string): Promise<string> => {
  let bytes: Uint8Array
  try {
    bytes = (await readWhole(path, `Cannot read the words in ${path}`)).bytes
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return ''
    throw error
  }
  if (bytes.length > largest)
    throw new AppError('too-large', `The list of words ${path} is larger than 1 MB.`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new AppError('not-text', `The list of words ${path} is not UTF-8. Save it as UTF-8 first.`, {
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
