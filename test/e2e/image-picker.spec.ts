import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makePng } from '../support/make-png'
import { writeNextSite } from '../support/write-site'
import { expect, test } from './app'
import { text } from './pages/one-post'
import { waitForPreview } from './pages/preview'

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

test('the picker of editor and form is the grid of images; what it imports comes and goes with undo', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  const colour = (shade: number) => makePng(120, 80, [shade, 100, 50])
  await writeNextSite(site, {
    'posts/trip.md': '---\ntitle: Trip\nimage: own.png\n---\n\nWords.\n',
    'public/images/posts/trip/own.png': colour(10),
    'public/images/posts/other/far.png': colour(20),
    'public/images/posts/zebra/last.png': colour(30),
  })
  await mkdir(join(folder, 'pictures'))
  const { page } = await open(join(site, 'posts/trip.md'), undefined, { autosave: 'off' })
  await waitForPreview(page, 'Words.')
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ControlOrMeta+Shift+i')
  const picker = page.getByRole('dialog', { name: 'Choose an image' })
  const cells = picker.getByRole('gridcell')
  await expect(cells.first()).toContainText('public/images/posts/trip/own.png')
  await expect(cells.first()).toContainText('…/trip')
  await expect(cells.first()).toContainText('120 × 80')
  if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, 'picker.png') })

  // By keyboard only.
  await page.keyboard.type('far')
  await expect(cells).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(text(page)).toContainText('![](../other/far.png)')

  // A new one from a file: undo removes the file, redo restores it.
  await page.keyboard.press('ControlOrMeta+Shift+i')
  const newFile = { name: 'New one.png', mimeType: 'image/png', buffer: Buffer.from(colour(90)) }
  await picker.locator('input[type=file]').setInputFiles(newFile)
  await expect(text(page)).toContainText('](new-one.png)')
  const kept = join(site, 'public/images/posts/trip/new-one.png')
  expect(await isThere(kept)).toBe(true)
  await text(page).press('ControlOrMeta+z')
  await expect.poll(() => isThere(kept)).toBe(false)

  // The same in the form, for the image field.
  await page.getByRole('button', { name: /Choose .* from the site/ }).click()
  await picker.locator('input[type=file]').setInputFiles(newFile)
  const field = page.getByRole('textbox', { name: 'image', exact: true })
  await expect(field).toHaveValue('new-one.png')
  expect(await isThere(kept)).toBe(true)
  await text(page).press('ControlOrMeta+z')
  await expect(field).toHaveValue('own.png')
  await expect.poll(() => isThere(kept)).toBe(false)
  await text(page).press(process.platform === 'darwin' ? 'Meta+Shift+z' : 'Control+y')
  await expect.poll(() => isThere(kept)).toBe(true)

  // A post whose file is deleted and whose text is discarded leaves nothing behind.
  await rm(join(site, 'posts/trip.md'))
  await page.getByRole('button', { name: 'Close without saving' }).click()
  await expect.poll(() => isThere(kept)).toBe(false)
  expect(await readdir(join(site, 'public/images/posts/trip'))).toEqual(['own.png'])
  expect(await readFile(join(site, 'public/images/posts/trip/own.png'))).toEqual(Buffer.from(colour(10)))
})
