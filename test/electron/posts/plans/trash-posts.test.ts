import { readdir, readFile, rm } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { planTrash } from '../../../../electron/posts/plans/trash-posts'
import { onePixelPng, type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite
afterEach(() => site.remove())

const trash = async (...ids: string[]) => {
  const planned = await planTrash(site.path('posts'), ids)
  const operations = createOperations({ folder: site.path('.records'), trash: (path) => rm(path) })
  const parts = async function* () {
    yield [...planned.steps.values()].flat()
  }
  const { undo } = await operations.runInParts({
    title: 'Bin',
    parts: parts(),
    total: 1,
    emptied: () => planned.emptied,
  })
  return () => operations.undo(undo ?? '')
}
const names = async () =>
  (await readdir(site.path('posts'), { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort()

test('a bundle goes with its own files, and one undo brings them back', async () => {
  site = await tempSite({
    'posts/trip/index.md': 'a\n',
    'posts/trip/img/a.png': onePixelPng,
    'posts/trip/map.gpx': '<gpx/>',
    'posts/other.md': 'x\n',
  })
  const undo = await trash('trip/index.md')
  expect(await names()).toEqual(['other.md'])
  await undo()
  expect(await names()).toEqual([
    'other.md',
    'trip',
    'trip/img',
    'trip/img/a.png',
    'trip/index.md',
    'trip/map.gpx',
  ])
  expect(new Uint8Array(await readFile(site.path('posts/trip/img/a.png')))).toEqual(onePixelPng)
})

test('files that other posts live with stay', async () => {
  site = await tempSite({
    'posts/trip/index.md': 'a\n',
    'posts/trip/day.md': 'b\n',
    'posts/trip/a.png': onePixelPng,
  })
  await trash('trip/index.md')
  expect(await names()).toEqual(['trip', 'trip/a.png', 'trip/day.md'])
})

test('a post beside images is no bundle', async () => {
  site = await tempSite({ 'posts/a.md': 'a\n', 'posts/a.png': onePixelPng, 'posts/index.md': 'x\n' })
  await trash('a.md')
  await trash('index.md')
  expect(await names()).toEqual(['a.png'])
})
