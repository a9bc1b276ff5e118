import { randomBytes } from 'node:crypto'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSharp } from '../../electron/assets/pixels/load-sharp'
import { writeSite } from '../support/write-site'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

/** A picture that no codec can compress. */
const noise = async (width: number, height: number): Promise<Uint8Array> => {
  const sharp = await loadSharp()
  const raw = { width, height, channels: 3 as const }
  return sharp(randomBytes(width * height * 3), { raw })
    .png({ compressionLevel: 1 })
    .toBuffer()
}

test('list images are drawn small once and kept', async ({ folder, launch }) => {
  const blog = join(folder, 'blog')
  const post = (image: string) => `---\ntitle: With ${image}\nimage: ${image}\n---\n\nText\n`
  await writeSite(blog, {
    'a.md': post('wide.png'),
    'b.md': post('broken.png'),
    'c.md': post('drawing.svg'),
    'wide.png': await noise(1600, 800),
    'broken.png': randomBytes(50_000),
    'drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--${'x'.repeat(50_000)}--></svg>`,
  })
  const profile = join(folder, 'profile')
  const thumbnails = join(profile, 'data/thumbnails')
  const widthOf = (main: MainWindow, title: string) =>
    main
      .row(title)
      .locator('img')
      .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)

  const first = await launch({ open: blog, profile })
  const main = new MainWindow(first.page)
  await expect.poll(() => widthOf(main, 'With wide.png')).toBe(176)
  await expect.poll(() => widthOf(main, 'With drawing.svg')).toBe(9)
  await expect(main.row('With broken.png').getByTitle(/cannot be shown.*damaged/)).toBeVisible()
  const kept = await readdir(thumbnails)
  expect(kept).toHaveLength(1)
  const [name = ''] = kept
  expect((await readFile(join(thumbnails, name))).subarray(8, 12).toString()).toBe('WEBP')
  await utimes(join(thumbnails, name), 1, 1)
  await first.close()

  const second = await launch({ open: blog, profile })
  await expect.poll(() => widthOf(new MainWindow(second.page), 'With wide.png')).toBe(176)
  expect(await readdir(thumbnails)).toEqual(kept)
  await writeFile(join(blog, 'wide.png'), await noise(800, 800))
  await second.page.reload()
  await expect.poll(() => widthOf(new MainWindow(second.page), 'With wide.png')).toBe(88)
  await expect.poll(() => readdir(thumbnails)).toHaveLength(2)
})
