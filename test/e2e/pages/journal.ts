import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readBase } from '../../../electron/posts/journal/journal-base'
import { readJournal, textOfJournal } from '../../../electron/posts/journal/journal-file'
import { expect } from '../app'

/** Waits until the journal on disk contains these words. */
export const inJournal = (profile: string, words: string): Promise<void> =>
  expect.poll(() => textInJournal(profile)).toContain(words)

/** The texts in the journal on disk. */
export const textInJournal = async (profile: string): Promise<string> => {
  const folder = join(profile, 'data/journal')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.journal'))
  return (await Promise.all(names.map((name) => textIn(join(folder, name))))).join('')
}

const textIn = async (path: string): Promise<string> => {
  const kept = await readJournal(path)
  if (kept === null || typeof kept === 'string') return ''
  const copy = path.replace(/\.journal$/, '.base')
  return (await textOfJournal(kept, ({ base }) => readBase({ ...kept, base, copy })))?.text ?? ''
}
