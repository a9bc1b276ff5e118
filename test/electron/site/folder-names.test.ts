import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { byFold, namesInFolder } from '../../../electron/site/folder-names'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const folderOf = async (...names: readonly string[]) => {
  const temp = await tempSite(Object.fromEntries(names.map((name) => [name, ''])))
  return temp.path('.')
}
const before = async (folder: string, seconds: number) => {
  const then = Date.now() / 1000 - seconds
  await utimes(folder, then, then)
}

test('a name is found as it is spelled in the folder', async () => {
  const names = await namesInFolder(await folderOf('Cover.PNG', 'cafe\u0301.png', 'plain.png'))
  expect(names.spelled('plain.png')).toBe('plain.png')
  expect(names.spelled('cover.png')).toBe('Cover.PNG')
  expect(names.spelled('CAF\u00c9.png')).toBe('cafe\u0301.png')
  expect(names.spelled('other.png')).toBeNull()
})

test('of two names that read the same, the one that was asked for is meant', () => {
  const names = byFold(['A.png', 'a.png'])
  expect([names.spelled('A.png'), names.spelled('a.png')]).toEqual(['A.png', 'a.png'])
})

test('a folder that stays as it is is read once', async () => {
  const folder = await folderOf('a.png')
  await before(folder, 60)
  expect(await namesInFolder(folder)).toBe(await namesInFolder(folder))
})

test('a file that comes later is found, also where the folder changed a moment ago', async () => {
  const folder = await folderOf('a.png')
  await before(folder, 60)
  expect((await namesInFolder(folder)).spelled('b.png')).toBeNull()
  await writeFile(join(folder, 'b.png'), '')
  expect((await namesInFolder(folder)).spelled('b.png')).toBe('b.png')

  await before(folder, 1) // on a disk with times in whole seconds, the next file would have the same time
  await namesInFolder(folder)
  await writeFile(join(folder, 'c.png'), '')
  await before(folder, 1)
  expect((await namesInFolder(folder)).spelled('c.png')).toBe('c.png')
})

test('a folder that is not there is an error', async () => {
  await expect(namesInFolder(join(await folderOf('a.png'), 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
})
