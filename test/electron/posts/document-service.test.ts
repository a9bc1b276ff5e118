import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createDocumentService, type DocumentService } from '../../../electron/posts/document-service'
import { createHistory, type History } from '../../../electron/posts/history/history'
import { createJournal, type Journal } from '../../../electron/posts/journal/journal'
import type { JournalSnapshot } from '../../../shared/posts/unsaved-text'
import { receivedText } from '../../../shared/text/sent-text'
import { withTempFolder } from '../../support/temp-folder'

const tempFolder = withTempFolder()
let base = ''
let root = ''
let journal: Journal
let history: History
let service: DocumentService

beforeEach(async () => {
  base = tempFolder()
  root = join(base, 'posts')
  await mkdir(root)
  await writeFile(join(root, 'a.md'), 'one\n')
  restart()
})

const restart = (): void => {
  journal = createJournal({ folder: join(base, 'data/journal') })
  history = createHistory({ folder: join(base, 'data/history'), limitBytes: () => 1e9 })
  service = createDocumentService({ journal, history })
}

const unsaved = async (text: string, undo: string | null = null): Promise<JournalSnapshot> => {
  const { format, revision, text: sent } = await service.open(root, 'a.md')
  const onDisk = receivedText(sent)
  return {
    kind: 'snapshot',
    stretch: 's',
    text,
    format,
    base: revision,
    onDisk: { text: onDisk, format },
    caret: 0,
    undo,
  }
}
const ids = async () => (await service.recovered(root)).posts.map(({ id }) => id)

const saveAs = async (text: string) => {
  const { format, revision } = await service.open(root, 'a.md')
  return service.save(root, 'a.md', { text, format, base: revision })
}

test('a save keeps the version it replaces and the one it writes', async () => {
  await saveAs('two\n')
  await saveAs('three\n')
  const versions = await Promise.all(
    (await history.versions(root, 'a.md')).map(async ({ revision }) =>
      Buffer.from(await history.read(revision)).toString(),
    ),
  )
  expect(versions).toEqual(['three\n', 'two\n', 'one\n'])
})

test('a version another program wrote is kept too, before it is replaced', async () => {
  await saveAs('two\n')
  await writeFile(join(root, 'a.md'), 'theirs\n')
  await saveAs('three\n')
  expect(await history.versions(root, 'a.md')).toHaveLength(4)
})

test('a history that cannot be written is told and never stops a save', async () => {
  await service.recovered(root) // its folders exist now, and nothing will create them again
  await rm(join(base, 'data'), { recursive: true, force: true })
  await writeFile(join(base, 'data'), 'in the way')
  restart()
  expect(await saveAs('two\n')).toMatchObject({ kind: 'saved', note: expect.stringMatching(/history/) })
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('two\n')
})

test('text that is in no file is found after a restart; text that is in its file is dropped', async () => {
  await journal.write(root, 'a.md', await unsaved('one and more\n'))
  restart()
  expect(await ids()).toEqual(['a.md'])
  expect(await service.readRecovered(root, 'a.md')).toMatchObject({ text: 'one and more\n' })
  await writeFile(join(root, 'a.md'), 'one and more\n') // saved, but the power failed before the journal knew
  expect(await ids()).toEqual([])
  expect(await journal.read(root, 'a.md')).toBeNull()
})

test('text is found when its file changed, was deleted or became a folder', async () => {
  await journal.write(root, 'a.md', await unsaved('mine\n'))
  await writeFile(join(root, 'a.md'), 'theirs\n')
  expect(await ids()).toEqual(['a.md'])
  await rm(join(root, 'a.md'))
  expect(await ids()).toEqual(['a.md'])
  await mkdir(join(root, 'a.md'))
  expect(await ids()).toEqual(['a.md'])
})

test('the undo history of a saved text stays while its file is the same, and is no recovery', async () => {
  await journal.write(root, 'a.md', await unsaved('one\n', '{}'))
  expect(await ids()).toEqual([])
  expect(await service.readRecovered(root, 'a.md')).toMatchObject({ snapshot: { undo: '{}' } })
  await writeFile(join(root, 'a.md'), 'changed outside\n')
  expect(await service.readRecovered(root, 'a.md')).toBeNull()
})

test('a post another program renamed is followed by its bytes, with journal and history', async () => {
  await saveAs('two\n')
  const { revision } = await service.open(root, 'a.md')
  await journal.write(root, 'a.md', await unsaved('two and more\n'))
  await mkdir(join(root, 'sub'))
  await rename(join(root, 'a.md'), join(root, 'sub/b.md'))
  expect(await service.followMoved(root, 'a.md', revision)).toBe('sub/b.md')
  expect(await service.readRecovered(root, 'sub/b.md')).toMatchObject({ text: 'two and more\n' })
  expect(await history.versions(root, 'sub/b.md')).toHaveLength(2)
})

test('of two files with the same bytes none is taken for the renamed one', async () => {
  const { revision } = await service.open(root, 'a.md')
  await rename(join(root, 'a.md'), join(root, 'b.md'))
  await writeFile(join(root, 'c.md'), 'one\n')
  expect(await service.followMoved(root, 'a.md', revision)).toBeNull()
})

test('deleted posts are those of the history whose files are gone', async () => {
  await saveAs('two\n')
  expect(await service.deleted(root)).toEqual([])
  await rm(join(root, 'a.md'))
  expect(await service.deleted(root)).toMatchObject([{ id: 'a.md' }])
})

/** The state if the process dies during a save: the file has the new text, but nothing was reported. */
const dieWhileSaving = async (text: string): Promise<void> => {
  const { format, revision } = await service.open(root, 'a.md')
  await service.save(root, 'a.md', { text, format, base: revision })
}

test('after a crash in the middle of a save, what was typed since goes on from our own save', async () => {
  await journal.write(root, 'a.md', await unsaved('one t\n'))
  await dieWhileSaving('one two\n')
  const { format } = await service.open(root, 'a.md')
  const typed = { kind: 'changes' as const, stretch: 's', index: 1, format, caret: 0 }
  await journal.write(root, 'a.md', { ...typed, changes: [{ from: 5, to: 5, insert: 'wo three' }] })
  restart()
  expect(await ids()).toEqual(['a.md'])
  const { revision } = await service.open(root, 'a.md')
  expect(await service.readRecovered(root, 'a.md')).toMatchObject({
    text: 'one two three\n',
    snapshot: { base: revision, onDisk: { text: 'one two\n' } },
  })
})

test('the same where the journal was begun while the save was under way', async () => {
  const before = await unsaved('one two three\n')
  await dieWhileSaving('one two\n')
  await journal.write(root, 'a.md', before)
  restart()
  const { revision } = await service.open(root, 'a.md')
  expect((await service.readRecovered(root, 'a.md'))?.snapshot.base).toBe(revision)
})

test('a text that a save of ours has overtaken does not come back over it', async () => {
  await journal.write(root, 'a.md', await unsaved('one t\n'))
  await dieWhileSaving('one two\n')
  restart()
  expect(await ids()).toEqual([])
  expect(await readFile(join(root, 'a.md'), 'utf8')).toBe('one two\n')
})

test("another program's text is not taken for our own save", async () => {
  const before = await unsaved('one two\n')
  await dieWhileSaving('one t\n')
  await journal.write(root, 'a.md', before)
  await writeFile(join(root, 'a.md'), 'theirs\n')
  restart()
  expect((await service.readRecovered(root, 'a.md'))?.snapshot).toMatchObject({
    base: before.base,
    onDisk: { text: 'one\n' },
  })
})
