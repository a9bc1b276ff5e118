import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { createHistory } from '../../../../electron/posts/history/history'
import { readIndex, writeIndex } from '../../../../electron/posts/history/history-index'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()
const kept = resolve(import.meta.dirname, '../../../fixtures/records/history')
const versions = [
  { revision: 'a'.repeat(64), savedMs: 1_700_000_000_000, size: 3 },
  { revision: 'b'.repeat(64), savedMs: 1_700_000_001_000, size: 5 },
]

test.each([0, 1])('a list of version %i is read as it was written', async (version) => {
  expect(await readIndex(join(kept, `${version}.jsonl`))).toEqual({
    site: '/blog/posts',
    id: 'a.md',
    versions,
  })
})

test('what is written is that of version 1, byte for byte', async () => {
  const path = join(folder(), 'list.jsonl')
  await writeIndex(path, { site: '/blog/posts', id: 'a.md', versions })
  expect(await readFile(path, 'utf8')).toBe(await readFile(join(kept, '1.jsonl'), 'utf8'))
})

test('a list of a newer version is left alone, and what it may name stays', async () => {
  const json = JSON.stringify({ version: 2, site: '/blog', id: 'a.md', more: true })
  const newer = `\n${crc32(json).toString(16).padStart(8, '0')} ${json}\n`
  let limit = 1e9
  const history = createHistory({ folder: folder(), limitBytes: () => limit })
  await history.keep('/blog', 'a.md', Buffer.from('of the newer one'))
  const [name = ''] = await readdir(join(folder(), 'posts'))
  await writeFile(join(folder(), 'posts', name), newer)
  limit = 1
  const stored = async () =>
    (await readdir(join(folder(), 'versions'), { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    )
  const before = await stored()
  expect(await history.keep('/blog', 'a.md', Buffer.from('mine'))).toMatch(/newer version of Postwright/)
  await expect(history.versions('/blog', 'a.md')).rejects.toThrow(/newer version of Postwright/)
  for (const text of ['one', 'two', 'three'])
    expect(await history.keep('/blog', 'other.md', Buffer.from(text))).toBeUndefined()
  expect(await readFile(join(folder(), 'posts', name), 'utf8')).toBe(newer)
  expect((await stored()).map((entry) => entry.name)).toEqual(
    expect.arrayContaining(before.map((entry) => entry.name)),
  )
  expect(await history.posts('/blog')).toMatchObject([{ id: 'other.md' }])
})
