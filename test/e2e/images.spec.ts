import { readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makePng } from '../support/make-png'
import { writeNextSite, writeSite } from '../support/write-site'
import { expect, test } from './app'
import { text } from './pages/one-post'
import { pasteFiles } from './pages/paste'
import { previewOf, waitForPreview } from './pages/preview'
import { openTrip } from './pages/trip'

/** Loads an address as an image of the window; returns its width, or 0 if it did not load. */
const widthOf = (page: Page, address: string): Promise<number> =>
  page.evaluate(
    (src) =>
      new Promise<number>((done) => {
        const image = new Image()
        image.onload = () => done(image.naturalWidth)
        image.onerror = () => done(0)
        image.src = src
      }),
    address,
  )

/** The widths of the images that the preview shows. */
const widthsIn = async (page: Page): Promise<number[]> =>
  (await previewOf(page)).images.map(({ width }) => width).filter((width) => width > 0)

const assetAddress = (post: string, reference: string) =>
  `asset://site/${encodeURIComponent(post)}?ref=${encodeURIComponent(reference)}`

test('images are shown wherever the site keeps them, and a missing one is labelled', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  await writeNextSite(site, {
    'posts/trip.md':
      '---\ntitle: Trip\nimage: hero.png\n---\n\n![slug](slug.png)\n\n![beside](beside.png)\n\n![own folder](own.png)\n\n![top](/top.png)\n\n![spaced](my%20photo.png)\n\n![lost](lost.png)\n\nThe end.\n',
    'public/images/posts/trip/hero.png': makePng(100, 40, [10, 20, 30]),
    'public/images/posts/trip/slug.png': makePng(101, 40, [10, 20, 30]),
    'posts/beside.png': makePng(102, 40, [10, 20, 30]),
    'posts/trip/own.png': makePng(103, 40, [10, 20, 30]),
    'public/top.png': makePng(104, 40, [10, 20, 30]),
    'public/images/posts/trip/my photo.png': makePng(105, 40, [10, 20, 30]),
  })
  const { page } = await open(join(site, 'posts/trip.md'))
  await waitForPreview(page, 'The end.')
  await expect.poll(() => widthsIn(page)).toEqual([100, 101, 102, 103, 104, 105])
  await expect.poll(async () => (await previewOf(page)).text).toContain('lost.png')
})

test('nothing but images of the site is served', async ({ folder, open }) => {
  const site = join(folder, 'site')
  await writeSite(folder, {
    'secret.png': makePng(50, 50, [1, 2, 3]),
    'secret/deep.png': makePng(51, 50, [1, 2, 3]),
  })
  await writeNextSite(site, {
    'posts/a.md': 'Text.',
    'posts/own.png': makePng(52, 50, [1, 2, 3]),
    '.env': 'KEY=1',
  })
  await symlink(join(folder, 'secret.png'), join(site, 'posts/link.png'))
  await symlink(join(folder, 'secret'), join(site, 'posts/folder'))
  const { page } = await open(join(site, 'posts/a.md'))
  await waitForPreview(page, 'Text.')
  expect(await widthOf(page, assetAddress('a.md', 'own.png'))).toBe(52)
  for (const reference of [
    '../../secret.png',
    '..%2f..%2fsecret.png',
    '..\\..\\secret.png',
    join(folder, 'secret.png'),
    `file://${join(folder, 'secret.png')}`,
    'link.png',
    'folder/deep.png',
    '//localhost/secret.png',
  ])
    expect(await widthOf(page, assetAddress('a.md', reference)), reference).toBe(0)
  expect(await widthOf(page, assetAddress('../../secret/x.md', 'deep.png'))).toBe(0)
  expect(await widthOf(page, `asset://other/a.md?ref=own.png`)).toBe(0)
})

test('a pasted image is kept in the folder of the post and written into the text', async ({
  folder,
  open,
}) => {
  const { site, page } = await openTrip(folder, open)
  const bytes = makePng(120, 80, [200, 100, 50])
  await pasteFiles(page, [{ name: 'Harbour at night.png', type: 'image/png', bytes: bytes }])
  await expect(text(page)).toContainText('](harbour-at-night.png)')
  await expect.poll(() => widthsIn(page)).toEqual([120])
  const kept = join(site, 'public/images/posts/trip')
  expect(await readdir(kept)).toEqual(['harbour-at-night.png'])
  expect(Buffer.compare(await readFile(join(kept, 'harbour-at-night.png')), bytes)).toBe(0)
})

test('a file that only claims to be an image is refused, and nothing is written', async ({
  folder,
  open,
}) => {
  const { site, page } = await openTrip(folder, open)
  await pasteFiles(page, [
    { name: 'evil.png', type: 'image/png', bytes: new TextEncoder().encode('<script>alert(1)</script>') },
  ])
  await expect(page.getByText(/evil\.png is not an image/)).toBeVisible()
  expect((await readdir(site)).sort()).toEqual(['package.json', 'posts'])
})
