import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePng } from '../support/make-png'
import { photo } from '../support/photos'
import { writeNextSite, writeSite } from '../support/write-site'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

test('the images of the site: found by filter and keys, renamed with their links, inserted', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  await writeNextSite(site, {
    'posts/trip.md': '---\ntitle: Trip\n---\n\n![Harbour](/harbour.png)\n\n![gone](/gone.png)\n\nThe end.\n',
    'posts/other.md': '---\ntitle: Other\n---\n\n![Also](/harbour.png)\n',
    'public/harbour.png': makePng(300, 200, [30, 90, 160]),
    'public/unused.png': makePng(120, 80, [200, 100, 50]),
  })
  const { page } = await open(join(site, 'posts/trip.md'))
  await page.getByRole('button', { name: 'Images', exact: true }).click()
  const view = page.getByRole('region', { name: 'Images' })
  await expect(view.getByRole('gridcell')).toHaveCount(2)
  await expect(view).toContainText('300 × 200')
  await view.getByRole('button', { name: 'Unused 1' }).click()
  await expect(view.getByRole('gridcell', { name: 'public/unused.png' })).toBeVisible()
  await view.getByRole('button', { name: 'Missing 1' }).click()
  await expect(view).toContainText('/gone.png')
  await view.getByRole('button', { name: 'All 2' }).click()
  await view.getByRole('gridcell', { name: 'public/harbour.png' }).click()
  await expect(view.getByRole('complementary', { name: 'Selected image' })).toContainText('Other, line 5')
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'images.png') })
  await view.getByRole('grid').press('F2')
  const dialog = page.getByRole('dialog', { name: 'Rename or move' })
  await dialog.getByRole('textbox').fill('public/port/harbour.png')
  await expect(dialog).toContainText('2 references in 2 files')
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'rename.png') })
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(view.getByRole('gridcell', { name: 'public/port/harbour.png' })).toBeVisible()
  await access(join(site, 'public/port/harbour.png'))
  expect(await readFile(join(site, 'posts/other.md'), 'utf8')).toContain('![Also](/port/harbour.png)')
  await view.getByRole('gridcell', { name: 'public/unused.png' }).click()
  await view.getByRole('button', { name: 'Insert' }).click()
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toContainText('](/unused.png)')
  await expect(text).toContainText('![Harbour](/port/harbour.png)')
})

test('an image is compressed, replaced, moved with its folder and put into the trash, and what shows it follows', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  await writeNextSite(site, {
    'posts/trip.md': '---\ntitle: Trip\n---\n\n![Harbour](/pics/harbour.jpg)\n\n![Rope](/pics/rope.png)\n',
    'posts/other.md': '---\ntitle: Other\nimage: /pics/harbour.jpg\n---\n',
    'public/pics/harbour.jpg': await photo({ width: 2000, height: 1200 }),
    'public/pics/rope.png': makePng(300, 200, [30, 90, 160]),
    'public/pics/free.png': makePng(120, 80, [200, 100, 50]),
  })
  const text = (name: string) => readFile(join(site, 'posts', name), 'utf8')
  const { page } = await open(join(site, 'posts/trip.md'))
  await page.getByRole('button', { name: 'Images', exact: true }).click()
  const view = page.getByRole('region', { name: 'Images' })
  const detail = view.getByRole('complementary', { name: 'Selected image' })
  const dialog = page.getByRole('dialog')

  await view.getByRole('gridcell', { name: 'public/pics/harbour.jpg' }).click()
  await view.getByRole('button', { name: 'Compress…' }).click()
  await dialog.getByRole('button', { name: 'WebP' }).click()
  await dialog.getByRole('button', { name: 'Compress', exact: true }).click()
  await expect(detail).toContainText('harbour.webp')
  await expect(detail).toContainText('1,600 × 960')
  await expect(detail).toContainText('Trip, line 5')
  expect(await text('other.md')).toContain('image: /pics/harbour.webp')
  await expect(view.getByRole('button', { name: /^Missing 0/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(view.getByRole('gridcell', { name: 'public/pics/harbour.jpg' })).toBeVisible()
  expect(await text('other.md')).toContain('image: /pics/harbour.jpg')

  await view.getByRole('gridcell', { name: 'public/pics/rope.png' }).click()
  const other = await photo({ width: 200, height: 100, format: 'webp' })
  await view
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.webp', mimeType: 'image/webp', buffer: Buffer.from(other) })
  await expect(detail).toContainText('rope.webp')
  expect(await text('trip.md')).toContain('![Rope](/pics/rope.webp)')

  await detail.getByRole('button', { name: 'public/pics', exact: true }).click()
  await dialog.getByRole('textbox').fill('public/photos')
  await expect(dialog).toContainText('3 references in 2 files')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(detail).toContainText('public/photos')
  await expect(detail).toContainText('Trip, line 7')
  expect(await text('trip.md')).toContain('![Rope](/photos/rope.webp)')

  await view.getByRole('gridcell', { name: 'public/photos/free.png' }).click()
  await view.getByRole('grid').press('Delete')
  await expect(view.getByRole('gridcell')).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(view.getByRole('gridcell')).toHaveCount(3)
  await access(join(site, 'public/photos/free.png'))
})

test('the images give way to a post that is chosen, and each view to another folder', async ({
  folder,
  open,
}) => {
  const post = (title: string) => `---\ntitle: ${title}\ndate: 2024-05-05\n---\n\nWords of ${title}.\n`
  const files = (title: string) => ({ 'posts/a.md': post(title), 'posts/b.md': post('Other') })
  await writeSite(join(folder, 'first'), files('First'))
  await writeSite(join(folder, 'second'), files('Second'))
  const { page } = await open(join(folder, 'first/posts/a.md'))
  const main = new MainWindow(page)
  const view = (name: string) => page.getByRole('group', { name: 'View' }).getByRole('button', { name })
  await view('Images').click()
  await expect(main.text).toBeHidden()
  await main.open('Other')
  await expect(main.text).toContainText('Words of Other.')
  await expect(view('Posts')).toHaveAttribute('aria-pressed', 'true')
  await view('Images').click()
  await expect(main.text).toBeHidden()
  await main.open('Other') // it is open already
  await expect(main.text).toContainText('Words of Other.')
  await view('Problems').click()
  await open(join(folder, 'second/posts/a.md'))
  await expect(page.frameLocator('iframe').locator('#post')).toContainText('Words of Second.')
  await expect(view('Posts')).toHaveAttribute('aria-pressed', 'true')
})
