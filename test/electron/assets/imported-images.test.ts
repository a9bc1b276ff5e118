import { mkdir, readdir, readFile, rename, rmdir, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { createImportedImages } from '../../../electron/assets/imported-images'
import { onePixelPng, withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const importedInto = async (file: string, madeFolder: string | null) => {
  const site = await tempSite({ 'a.md': '' })
  const images = createImportedImages(site.path('.aside'))
  await mkdir(dirname(site.path(file)), { recursive: true })
  await writeFile(site.path(file), onePixelPng)
  const token = images.add(site.path(file), onePixelPng, madeFolder === null ? null : site.path(madeFolder))
  return { site, images, token }
}

test('a file goes with the folders made for it, and comes again with the same bytes', async () => {
  const { site, images, token } = await importedInto('public/images/a/x.png', 'public')
  await images.takeBack(token)
  expect((await readdir(site.root)).sort()).toEqual(['.aside', 'a.md'])
  await images.bringBack(token)
  expect(new Uint8Array(await readFile(site.path('public/images/a/x.png')))).toEqual(onePixelPng)
  expect(await readdir(site.path('.aside'))).toEqual([])
})

test.each([
  [0, 1, 2],
  [2, 1, 0],
  [1, 0, 2],
])(
  'several files take the folders made for the first of them along, in any order: %i %i %i',
  async (...order) => {
    const site = await tempSite({ 'a.md': '', 'public/logo.png': '' })
    const images = createImportedImages(site.path('.aside'))
    await mkdir(site.path('public/images/a'), { recursive: true })
    const tokens = ['x', 'y', 'z'].map((name, index) => {
      const made = index === 0 ? site.path('public/images') : null
      return images.add(site.path(`public/images/a/${name}.png`), onePixelPng, made)
    })
    for (const name of ['x', 'y', 'z']) await writeFile(site.path(`public/images/a/${name}.png`), onePixelPng)
    const all = (call: (token: string) => Promise<void>) =>
      Promise.all(order.map((index) => call(tokens[index] ?? '')))
    await all(images.takeBack)
    expect(await readdir(site.path('public'))).toEqual(['logo.png'])
    await all(images.bringBack)
    expect((await readdir(site.path('public/images/a'))).sort()).toEqual(['x.png', 'y.png', 'z.png'])
    await all(images.takeBack)
    expect(await readdir(site.path('public'))).toEqual(['logo.png'])
  },
)

test('asked for at once, both happen in their order', async () => {
  const { site, images, token } = await importedInto('x.png', null)
  await Promise.all([
    images.takeBack(token),
    images.bringBack(token),
    images.takeBack(token),
    images.bringBack(token),
  ])
  expect(await readdir(site.root)).toContain('x.png')
})

test('a folder that holds something else by now stays', async () => {
  const { site, images, token } = await importedInto('public/images/a/x.png', 'public')
  await writeFile(site.path('public/images/other.png'), '')
  await images.takeBack(token)
  expect(await readdir(site.path('public/images'))).toEqual(['other.png'])
})

test('a file that changed since stays as it is', async () => {
  const { site, images, token } = await importedInto('x.png', null)
  await writeFile(site.path('x.png'), 'painted over')
  await images.takeBack(token)
  expect(await readFile(site.path('x.png'), 'utf8')).toBe('painted over')
})

test('another file in its place is never written over', async () => {
  const { site, images, token } = await importedInto('x.png', null)
  await images.takeBack(token)
  await writeFile(site.path('x.png'), 'another')
  await images.bringBack(token)
  expect(await readFile(site.path('x.png'), 'utf8')).toBe('another')
})

test('a name of no import is refused', async () => {
  const { images } = await importedInto('x.png', null)
  await expect(images.takeBack('0')).rejects.toMatchObject({ kind: 'not-found' })
})

test('what earlier sessions put aside goes after a month; what this one may bring back stays', async () => {
  const { site, images, token } = await importedInto('x.png', null)
  await images.sweep() // there is no folder yet
  await images.takeBack(token)
  const old = new Date(Date.now() - 31 * 24 * 3_600_000)
  for (const [name, time] of [
    ['ofearlier', old],
    ['oflastweek', new Date(Date.now() - 7 * 24 * 3_600_000)],
  ] as const) {
    await writeFile(site.path(`.aside/${name}`), 'x')
    await utimes(site.path(`.aside/${name}`), time, time)
  }
  await utimes(site.path(`.aside/${token}`), old, old)
  await images.sweep()
  expect((await readdir(site.path('.aside'))).sort()).toEqual([token, 'oflastweek'].sort())
  await images.bringBack(token)
  expect(await readdir(site.root)).toContain('x.png')
})

test('a file that moved with its post or its folder goes from its new place, with the folder made for it', async () => {
  const { site, images, token } = await importedInto('public/images/old/x.png', 'public/images/old')
  await writeFile(site.path('public/images/kept.png'), 'y')
  await mkdir(site.path('public/images/new'))
  await rename(site.path('public/images/old/x.png'), site.path('public/images/new/x.png'))
  await rmdir(site.path('public/images/old'))
  expect(images.follow(site.path('public/images/old/x.png'), site.path('public/images/new/x.png'))).toEqual([
    token,
  ])
  expect(images.follow(site.path('public/images/ne'), site.path('public/images/no'))).toEqual([])
  await rename(site.path('public/images/new'), site.path('public/images/last'))
  expect(images.follow(site.path('public/images/new'), site.path('public/images/last'))).toEqual([token])
  await images.takeBack(token)
  expect(await readdir(site.path('public/images'))).toEqual(['kept.png'])
  await images.bringBack(token)
  expect(new Uint8Array(await readFile(site.path('public/images/last/x.png')))).toEqual(onePixelPng)
})
