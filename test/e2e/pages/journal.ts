import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readJournal } from '../../../electron/posts/journal/journal-file'
import { expect } from '../app'

/** Waits until the journal has these words on the disk. */
export const inJournal = (profile: string, words: string): Promise<void> =>
  expect.poll(() => textInJournal(profile)).toContain(words)

/** The texts that the journal has on the disk. */
export const textInJournal = async (profile: string): Promise<string> => {
  const folder = join(profile, 'data/journal')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.journal'))
  const found = await Promise.all(names.map((name) => readJournal(join(folder, name))))
  return found
    .map((content) => (content === null || typeof content === 'string' ? '' : content.text))
    .join('')
}
