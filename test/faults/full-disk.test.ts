import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDocumentService } from '../../electron/posts/document-service'
import { createHistory } from '../../electron/posts/history/history'
import { createJournal } from '../../electron/posts/journal/journal'
import { readPost, savePost } from '../../electron/posts/post-file'
import type { JournalChanges, JournalSnapshot } from '../../shared/posts/unsaved-text'
import { can, mountSmallDisk } from '../support/fault-tools'
import { withTempFolder } from '../support/temp-folder'
import { tryOne } from '../support/trial'

const folder = withTempFolder()
const megabyte = 1_048_576
let disk = ''
let release: (() => void) | null = null

beforeEach(() => {
  disk = join(folder(), 'disk')
  release = mountSmallDisk(disk, 2 * megabyte)
})
afterEach(() => release?.())

const onSmallDisk = (name: string, run: () => Promise<void>): void => {
  test(name, async (context) => {
    if (!can('a small disk of its own', release !== null)) context.skip()
    await tryOne('Disks that are full, closed, away or read-only', run)
  })
}

const fill = async (left: number): Promise<void> => {
  await writeFile(join(disk, 'filler'), Buffer.alloc(2 * megabyte - left))
}
const format = { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' } as const

onSmallDisk(
  'a disk that fills up while saving: the old text is whole, the reason is told, nothing is left',
  async () => {
    const file = join(disk, 'a.md')
    const old = 'old text\n'.repeat(10_000)
    await writeFile(file, old)
    const { revision } = await readPost(disk, 'a.md')
    for (const size of [100, 600_000, 1_500_000, 3_000_000]) {
      await fill(old.length + 150_000)
      const text = 'n'.repeat(1_000_000 + size)
      const result = await savePost(disk, 'a.md', { text, format, base: revision })
      expect(result).toMatchObject({
        kind: 'failed',
        reason: 'disk-full',
        message: expect.stringMatching(/a\.md.*full/),
      })
      expect(await readFile(file, 'utf8')).toBe(old)
      expect((await readdir(disk)).sort()).toEqual(['a.md', 'filler'])
      await rm(join(disk, 'filler'))
    }
    expect(
      await savePost(disk, 'a.md', { text: 'n'.repeat(1_000_000), format, base: revision }),
    ).toMatchObject({ kind: 'saved' })
  },
)

onSmallDisk(
  'the same for a file with two names, which is written in place: the old text is put back',
  async () => {
    const file = join(disk, 'a.md')
    const old = 'old text\n'.repeat(10_000)
    await writeFile(file, old)
    await link(file, join(disk, 'b.md'))
    const { revision } = await readPost(disk, 'a.md')
    await fill(old.length + 150_000)
    const result = await savePost(disk, 'a.md', { text: 'n'.repeat(1_000_000), format, base: revision })
    expect(result).toMatchObject({ kind: 'failed', reason: 'disk-full' })
    expect(await readFile(file, 'utf8')).toBe(old)
    expect((await stat(file)).nlink).toBe(2)
  },
)

onSmallDisk(
  'a journal on a full disk says so, keeps its last good entry and goes on when there is room',
  async () => {
    const journal = createJournal({ folder: join(disk, 'journal') })
    const noise = Array.from({ length: 90_000 }, () => Math.random().toString(36).slice(2, 10)).join('\n')
    const snapshot = (text: string): JournalSnapshot => ({
      kind: 'snapshot',
      stretch: 's',
      text,
      format,
      base: null,
      onDisk: null,
      caret: 0,
      undo: null,
    })
    const change = (index: number, insert: string): JournalChanges => ({
      kind: 'changes',
      stretch: 's',
      index,
      changes: [{ from: 0, to: 0, insert }],
      format,
      caret: 0,
    })
    expect(await journal.write('/s', 'a.md', snapshot('good'))).toEqual({ kind: 'written' })
    expect(await journal.write('/s', 'a.md', change(1, 'very '))).toEqual({ kind: 'written' })
    await fill(200_000)
    const failed = { kind: 'failed', message: expect.stringMatching(/could not be backed up.*full/) }
    expect(await journal.write('/s', 'a.md', change(2, noise))).toMatchObject(failed)
    expect(await journal.read('/s', 'a.md')).toMatchObject({ text: 'very good' })
    expect(await journal.write('/s', 'a.md', snapshot(noise))).toMatchObject(failed)
    expect(await createJournal({ folder: join(disk, 'journal') }).read('/s', 'a.md')).toMatchObject({
      text: 'very good',
    })
    await rm(join(disk, 'filler'))
    expect(await journal.write('/s', 'a.md', change(2, noise))).toEqual({ kind: 'written' })
    expect((await journal.read('/s', 'a.md'))?.text).toBe(`${noise}very good`)
  },
)

onSmallDisk('a history on a full disk never stops a save, and tells it', async () => {
  const posts = join(folder(), 'posts')
  await mkdir(posts)
  await writeFile(join(posts, 'a.md'), 'old\n')
  const service = createDocumentService({
    journal: createJournal({ folder: join(disk, 'journal') }),
    history: createHistory({ folder: join(disk, 'history'), limitBytes: () => 1e9 }),
  })
  await fill(8_192)
  await writeFile(join(disk, 'rest'), Buffer.alloc(8_192)).catch(() => undefined)
  const { revision } = await readPost(posts, 'a.md')
  const result = await service.save(posts, 'a.md', { text: 'new\n', format, base: revision })
  expect(result).toMatchObject({ kind: 'saved', note: expect.stringMatching(/history.*full/) })
  expect(await readFile(join(posts, 'a.md'), 'utf8')).toBe('new\n')
})
