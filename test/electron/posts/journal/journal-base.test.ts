import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { revisionOf } from '../../../../electron/disk/revision'
import { createDocumentService } from '../../../../electron/posts/document-service'
import { createHistory, type History } from '../../../../electron/posts/history/history'
import { createJournal, type Journal } from '../../../../electron/posts/journal/journal'
import type { JournalBased, JournalChanges } from '../../../../shared/posts/unsaved-text'
import { withTempFolder } from '../../../support/temp-folder'

const tempFolder = withTempFolder()
const format = { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' } as const
let folder = ''
let site = ''
let history: History
let journal: Journal

const reopened = (): Journal => createJournal({ folder, readVersion: history.read })
beforeEach(async () => {
  folder = join(tempFolder(), 'journal')
  site = join(tempFolder(), 'posts')
  await mkdir(site)
  await writeFile(join(site, 'a.md'), 'on the disk\n')
  history = createHistory({ folder: join(tempFolder(), 'history'), limitBytes: () => 1e9 })
  journal = reopened()
})

const based = (text = 'on the disk\n', insert = 'new '): JournalBased => ({
  kind: 'based',
  stretch: 's1',
  base: revisionOf(Buffer.from(text)),
  length: text.length,
  changes: [{ from: 0, to: 0, insert }],
  format,
  caret: 4,
  undo: null,
})
const typed = (index: number, insert: string): JournalChanges => ({
  kind: 'changes',
  stretch: 's1',
  index,
  changes: [{ from: 4, to: 4, insert }],
  format,
  caret: 5,
})
const namesIn = async () => (await readdir(folder)).map((name) => name.replace(/^[0-9a-f]+/, '')).sort()
const isCopied = () => vi.waitFor(async () => expect(await namesIn()).toEqual(['.base', '.journal']))
const textNow = async () => (await reopened().read(site, 'a.md'))?.text

describe('a journal that counts from the file', () => {
  test('holds the text as soon as it is answered, in an entry of a few bytes', async () => {
    const long = 'words and '.repeat(100_000)
    await writeFile(join(site, 'a.md'), long)
    expect(await journal.write(site, 'a.md', based(long))).toEqual({ kind: 'written' })
    expect(await journal.write(site, 'a.md', typed(1, '!'))).toEqual({ kind: 'written' })
    const [name = ''] = (await readdir(folder)).filter((found) => found.endsWith('.journal'))
    expect((await stat(join(folder, name))).size).toBeLessThan(2_000)
    expect(await reopened().read(site, 'a.md')).toMatchObject({
      text: `new !${long}`,
      snapshot: { kind: 'snapshot', text: `new ${long}`, onDisk: { text: long, format } },
    })
  })

  test('does not wait for the copy of the file, which a slow disk takes long to write', async () => {
    await journal.write(site, 'a.md', based())
    for (let index = 1; index <= 5; index++)
      expect(await journal.write(site, 'a.md', typed(index, `${index}`))).toEqual({ kind: 'written' })
    expect(await textNow()).toBe('new 54321on the disk\n')
  })

  test.each([
    ['written over by another program', () => writeFile(join(site, 'a.md'), 'theirs\n')],
    ['emptied', () => writeFile(join(site, 'a.md'), '')],
    ['removed', () => rm(join(site, 'a.md'))],
    ['in a folder that is away', () => rename(site, `${site}-away`)],
  ])('comes back when the file is %s', async (_what, change) => {
    await journal.write(site, 'a.md', based())
    await isCopied()
    await change()
    expect(await textNow()).toBe('new on the disk\n')
    expect((await reopened().find(site)).entries).toMatchObject([{ text: 'new on the disk\n' }])
  })

  test('comes back by the history where the copy is harmed and the file was saved over', async () => {
    await journal.write(site, 'a.md', based())
    await isCopied()
    const [copy = ''] = (await readdir(folder)).filter((name) => name.endsWith('.base'))
    await writeFile(join(folder, copy), 'on the disc\n')
    await history.keep(site, 'a.md', Buffer.from('on the disk\n'))
    await writeFile(join(site, 'a.md'), 'newer\n')
    expect(await textNow()).toBe('new on the disk\n')
  })

  test('asks for the text as a whole when the file is another one already', async () => {
    await writeFile(join(site, 'a.md'), 'theirs\n')
    expect(await journal.write(site, 'a.md', based())).toEqual({ kind: 'written' })
    await vi.waitFor(async () => {
      const index = 1
      expect(await journal.write(site, 'a.md', typed(index, 'x'))).toEqual({ kind: 'needs-snapshot' })
    })
  })

  test('is set aside and told where its file is nowhere, never mixed with another text', async () => {
    await journal.write(site, 'a.md', based())
    await isCopied()
    const [copy = ''] = (await readdir(folder)).filter((name) => name.endsWith('.base'))
    await rm(join(folder, copy))
    await writeFile(join(site, 'a.md'), 'of the same\n')
    expect(await reopened().read(site, 'a.md')).toBeNull()
    expect(await reopened().find(site)).toEqual({ entries: [], damaged: 1, newer: 0 })
    expect(await namesIn()).toEqual(['.journal.damaged'])
  })

  test('is left alone while another folder is open, whose disk may be away', async () => {
    await journal.write(site, 'a.md', based())
    await isCopied()
    for (const name of (await readdir(folder)).filter((found) => found.endsWith('.base')))
      await rm(join(folder, name))
    await rename(site, `${site}-away`)
    expect(await reopened().find('/other')).toEqual({ entries: [], damaged: 0, newer: 0 })
    await rename(`${site}-away`, site)
    expect(await textNow()).toBe('new on the disk\n')
  })

  test('goes with its copy when the text is saved, also while that is being made', async () => {
    await journal.write(site, 'a.md', based())
    await journal.discard(site, 'a.md')
    await journal.write(site, 'a.md', based())
    await isCopied()
    await journal.discard(site, 'a.md')
    expect(await namesIn()).toEqual([])
    await journal.write(site, 'a.md', based())
    const discarded = journal.discard(site, 'a.md')
    await discarded
    await vi.waitFor(async () => expect(await namesIn()).toEqual([]))
  })

  test('follows a rename that took the file with it', async () => {
    await journal.write(site, 'a.md', based())
    await journal.write(site, 'a.md', typed(1, '!'))
    await rename(join(site, 'a.md'), join(site, 'b.md'))
    await journal.move(site, 'a.md', 'b.md')
    expect((await reopened().read(site, 'b.md'))?.text).toBe('new !on the disk\n')
    await vi.waitFor(async () => expect(await namesIn()).toEqual(['.journal']))
  })

  test('a copy that belongs to no journal is removed at the next start', async () => {
    await journal.write(site, 'a.md', based())
    await isCopied()
    for (const name of (await readdir(folder)).filter((found) => found.endsWith('.journal')))
      await rm(join(folder, name))
    await reopened().find(site)
    expect(await namesIn()).toEqual([])
  })

  test('a base that is no text, or of another length, gives no text', async () => {
    const bytes = Buffer.from([0, 1, 2, 0])
    await writeFile(join(site, 'a.md'), bytes)
    await journal.write(site, 'a.md', { ...based(), base: revisionOf(bytes), length: 4 })
    expect(await textNow()).toBeUndefined()
    await writeFile(join(site, 'a.md'), 'é\n')
    await journal.write(site, 'a.md', { ...based('é\n'), length: 3 })
    expect(await textNow()).toBeUndefined()
  })

  test('a save that the crash came into the middle of is known for our own', async () => {
    const service = createDocumentService({ journal, history })
    await journal.write(site, 'a.md', based())
    const saved = await service.save(site, 'a.md', {
      text: 'new on the disk\n',
      format,
      base: revisionOf(Buffer.from('on the disk\n')),
    })
    expect(saved.kind).toBe('saved')
    await journal.write(site, 'a.md', typed(1, '!'))
    const later = createDocumentService({ journal: reopened(), history })
    expect((await later.recovered(site)).posts).toMatchObject([{ id: 'a.md' }])
    expect(await later.readRecovered(site, 'a.md')).toMatchObject({
      text: 'new !on the disk\n',
      snapshot: { onDisk: { text: 'new on the disk\n' } },
    })
    expect(await readFile(join(site, 'a.md'), 'utf8')).toBe('new on the disk\n')
  })
})
