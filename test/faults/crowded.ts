import { closeSync, openSync, readFileSync } from 'node:fs'
import { createHistory } from '../../electron/posts/history/history'
import { createJournal } from '../../electron/posts/journal/journal'
import { readPost, savePost } from '../../electron/posts/post-file'
import type { JournalSnapshot } from '../../shared/posts/unsaved-text'

// A process with so many open files that it gets no more, which tells what save, journal and history say then, and
// again when there is room. Arguments: posts folder, folder for journal and history.

const [root = '', data = ''] = process.argv.slice(2)
const site = '/blog'

const tell = (kind: string, answer: unknown): void => {
  process.stdout.write(`${JSON.stringify({ kind, ...(answer as object) })}\n`)
}

const takeAllFiles = (): number[] => {
  const taken: number[] = []
  for (;;) {
    try {
      taken.push(openSync('/dev/null', 'r'))
    } catch {
      return taken // no more can be opened
    }
  }
}

const journal = createJournal({ folder: `${data}/journal` })
const history = createHistory({ folder: `${data}/history`, limitBytes: () => 1e9 })
const { format, revision } = await readPost(root, 'a.md')
const snapshot = (text: string): JournalSnapshot => ({
  kind: 'snapshot',
  stretch: text,
  text,
  format,
  base: revision,
  onDisk: null,
  caret: 0,
  undo: null,
})
const change = {
  kind: 'changes' as const,
  stretch: 'first',
  index: 1,
  changes: [{ from: 5, to: 5, insert: ' words' }],
  format,
  caret: 0,
}
const old = readFileSync(`${root}/a.md`)
const saveNew = () => savePost(root, 'a.md', { text: 'new\n', format, base: revision })

tell('written', await journal.write(site, 'a.md', snapshot('first')))
tell('kept', { message: await history.keep(site, 'a.md', old) })
const taken = takeAllFiles()
const results = [
  ['journal', await journal.write(site, 'a.md', change)],
  ['journal', await journal.write(site, 'a.md', snapshot('second'))],
  ['history', { message: await history.keep(site, 'a.md', Buffer.from('other')) }],
  ['save', await saveNew()],
] as const
for (const file of taken) closeSync(file)
for (const [what, answer] of results) tell(`crowded ${what}`, { answer })
tell('read', { text: (await journal.read(site, 'a.md'))?.text })
tell('journal', { answer: await journal.write(site, 'a.md', snapshot('second')) })
tell('save', { answer: await saveNew() })
