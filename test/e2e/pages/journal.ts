import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readJournal } from '../../../electron/posts/journal/journal-file'
import { expect } from '../app'

/** Waits until the journal has these words on the disk. */
export const inJournal = (profile: string, words: string): Promise<void> =>
  expect.poll(() => journalText(join(profile, 'data/journal'))).toContain(words)

const journalText = async (folder: string): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.journal'))
  const found = await Promise.all(names.map((name) => readJournal(join(folder, name))))
  return found
    .map((content) => (content === null || typeof content === 'string' ? '' : content.text))
    .join('')
}
