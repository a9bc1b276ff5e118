import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SameFiles } from '../../../../electron/assets/catalog/same-files'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()

const found = async (path: string) => {
  const { size, mtimeMs } = await stat(join(folder(), path))
  return { path, size, modifiedMs: mtimeMs }
}

test('files are the same where all their bytes are', async () => {
  const body = (middle: string) =>
    Buffer.concat([Buffer.alloc(9000, 1), Buffer.from(middle), Buffer.alloc(9000, 2)])
  const files = {
    'a.png': body('x'),
    'b.png': body('x'),
    'middle.png': body('y'),
    'longer.png': body('xx'),
    'end.png': Buffer.concat([body('x').subarray(1), Buffer.from([9])]),
    'small-1.png': Buffer.from('s'),
    'small-2.png': Buffer.from('s'),
    'empty-1.png': Buffer.alloc(0),
    'empty-2.png': Buffer.alloc(0),
  }
  for (const [path, bytes] of Object.entries(files)) await writeFile(join(folder(), path), bytes)
  const same = new SameFiles(folder())
  const all = await Promise.all(Object.keys(files).map(found))
  expect(Object.fromEntries((await same.among(all)) ?? [])).toEqual({
    'a.png': 'a.png',
    'b.png': 'a.png',
    'small-1.png': 'small-1.png',
    'small-2.png': 'small-1.png',
  })
  await writeFile(join(folder(), 'b.png'), body('z'))
  const later = await Promise.all(Object.keys(files).map(found))
  expect([...((await same.among(later)) ?? new Map()).keys()]).toEqual(['small-1.png', 'small-2.png'])
})

test('one that is gone is the same as none', async () => {
  await writeFile(join(folder(), 'a.png'), 'x')
  const a = await found('a.png')
  expect((await new SameFiles(folder()).among([a, { ...a, path: 'gone.png' }]))?.size).toBe(0)
})

test('a search that is stopped answers nothing, and a later one finds all', async () => {
  for (const name of ['a.png', 'b.png']) await writeFile(join(folder(), name), 'x')
  const all = await Promise.all(['a.png', 'b.png'].map(found))
  const same = new SameFiles(folder())
  const stop = new AbortController()
  const search = same.among(all, stop.signal)
  stop.abort()
  expect(await search).toBeNull()
  expect(await same.among(all)).toEqual(
    new Map([
      ['a.png', 'a.png'],
      ['b.png', 'a.png'],
    ]),
  )
})
