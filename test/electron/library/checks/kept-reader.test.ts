import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keptReader } from '../../../../electron/library/checks/kept-reader'
import {
  readRecords,
  type StartRecordReader,
  startRecordReaderHere,
} from '../../../../electron/library/checks/record-reader'
import { featuresFor } from '../../../../shared/generators/markdown-features'
import type { SiteLayout } from '../../../../shared/site/site-layout'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()
beforeEach(() => {
  mkdirSync(join(folder(), 'posts'))
  for (const id of ids) write(id, `---\ntitle: ${id}\n---\n\n## A\n\n[x](#b) ![](none.png)\n`)
})

const ids = Array.from({ length: 150 }, (_, at) => `post "${at}" ü.md`)
/** Without the first ones, which are read while the file is. */
const others = ids.slice(40)
const longAgo = new Date('2024-01-01')
const write = (id: string, text: string, at = longAgo) => {
  writeFileSync(join(folder(), 'posts', id), text)
  utimesSync(join(folder(), 'posts', id), at, at)
}

const layout: SiteLayout = {
  profile: 'hugo',
  postsFolder: 'posts',
  publicFolders: ['static'],
  imageFolders: [],
  basePath: '',
  address: null,
}

/** Reads all posts as a start of the app does; returns the records, and which were read for that. */
const started = async (features = featuresFor('hugo'), wanted: readonly string[] = ids) => {
  const read: string[] = []
  const notes: string[] = []
  const start: StartRecordReader = (setup) => {
    const inner = startRecordReaderHere(setup)
    return {
      ...inner,
      read: (some) => {
        read.push(...some)
        return inner.read(some)
      },
    }
  }
  const kept = Promise.withResolvers<void>()
  const file = join(folder(), 'cache/site.checks')
  const reader = keptReader({ file, start, onNote: (note) => notes.push(note), onKept: kept.resolve })({
    root: folder(),
    postsRoot: join(folder(), 'posts'),
    rules: { layout, features },
  })
  const records = []
  for await (const part of readRecords(reader, wanted)) records.push(...part)
  reader.close()
  await kept.promise
  return { records: records.map((one) => ({ ...one, facts: null })), read, notes, file }
}

test('the records of unchanged posts are kept, in the order asked for', async () => {
  const first = await started()
  expect(first.read).toEqual(others)
  const second = await started()
  expect(second.read).toEqual([])
  expect(second.records).toEqual(first.records)
  expect(second.notes).toEqual([])
})

test('a changed post is read again, also between others and with the same size', async () => {
  await started()
  write(
    ids[57] ?? '',
    `---\ntitle: ${ids[58]}\n---\n\n## A\n\n[x](#c) ![](none.png)\n`,
    new Date('2024-01-02'),
  )
  write('new.md', 'Text')
  const again = await started(undefined, [...ids.slice(0, 59), 'new.md', 'gone.md', ...ids.slice(59)])
  expect(again.read).toEqual([ids[57], 'new.md', 'gone.md'])
  expect(again.records.map((one) => (one.kind === 'read' ? one.record.id : one.id))).toEqual([
    ...ids.slice(0, 59),
    'new.md',
    'gone.md',
    ...ids.slice(59),
  ])
  expect(again.records[59]).toMatchObject({ kind: 'read', record: { id: 'new.md' } })
  expect(again.records[60]).toMatchObject({ kind: 'failed', id: 'gone.md' })
})

test('a post that has just been written may change again, so it is not kept', async () => {
  write(ids[143] ?? '', 'Text', new Date())
  await started()
  expect((await started()).read).toEqual([ids[143]])
})

test('other rules of the site, also its .markdownlint file, make all records anew', async () => {
  await started()
  expect((await started({ ...featuresFor('hugo'), footnotes: false })).read).toEqual(others)
  expect((await started()).read).toEqual(others)
  expect((await started()).read).toEqual([])
  writeFileSync(join(folder(), '.markdownlint.json'), '{ "extends": "base.json" }')
  writeFileSync(join(folder(), 'base.json'), '{ "MD013": true }')
  expect((await started()).read).toEqual(others)
  expect((await started()).read).toEqual([])
  writeFileSync(join(folder(), 'base.json'), '{ "MD013": false }')
  expect((await started()).read).toEqual(others)
})

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('{"version":1}')],
  [
    'changed in one byte',
    (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length - 20 ? byte ^ 1 : byte)),
  ],
])('a file that is %s is made anew', async (_name, damage) => {
  const { file } = await started()
  writeFileSync(file, damage(readFileSync(file)))
  const again = await started()
  expect(again.read).toEqual(others)
  expect((await started()).read).toEqual([])
})

test('a folder that cannot be written to costs only the records', async () => {
  const { file } = await started()
  rmSync(join(folder(), 'cache'), { recursive: true })
  writeFileSync(join(folder(), 'cache'), '')
  const again = await started()
  expect(again.records).toHaveLength(ids.length)
  expect(again.notes).toHaveLength(1)
  expect(file).toContain('cache')
})
