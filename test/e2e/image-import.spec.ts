import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePng } from '../support/make-png'
import { photo, seen, upright } from '../support/photos'
import { writeTrip } from '../support/write-site'
import { expect, test } from './app'
import { text } from './pages/one-post'
import { pasteFiles, redoKey } from './pages/paste'
import { waitForPreview } from './pages/preview'
import { openTrip } from './pages/trip'

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

test('an image on the clipboard comes, goes with undo and comes again with redo', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  await writeTrip(site)
  const { app, page } = await open(join(site, 'posts/trip.md'), undefined, { autosave: 'off' })
  await waitForPreview(page, 'Words.')
  await app.evaluate(
    ({ clipboard, nativeImage }, bytes) => {
      const image = nativeImage.createFromBuffer(Buffer.from(bytes))
      // The types are already those of the next major version's clipboard.
      const board = clipboard as unknown as { readonly writeImage: (image: unknown) => void }
      board.writeImage(image)
    },
    Array.from(makePng(120, 80, [200, 100, 50])),
  )
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(text(page)).toContainText('](image.png)')
  await page.keyboard.type('Harbour at night')
  await expect(text(page)).toContainText('![Harbour at night](image.png)')
  const file = join(site, 'public/images/posts/trip/image.png')
  expect(await seen(await readFile(file))).toMatchObject({ width: 120, height: 80 })
  while ((await text(page).innerText()).includes('image.png')) await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => isThere(file)).toBe(false)
  await expect.poll(async () => (await readdir(site)).sort()).toEqual(['package.json', 'posts'])
  while (!(await text(page).innerText()).includes('image.png')) await page.keyboard.press(redoKey)
  await expect.poll(() => isThere(file)).toBe(true)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await page.keyboard.type('Revert')
  await page
    .getByRole('option', { name: /Revert/ })
    .first()
    .click()
  await expect(text(page)).not.toContainText('image.png')
  await expect.poll(() => isThere(file)).toBe(false)
  await expect.poll(async () => (await readdir(site)).sort()).toEqual(['package.json', 'posts'])
})

test('a large photo is asked about and comes without its place, upright, as chosen', async ({
  folder,
  open,
}) => {
  const { site, page } = await openTrip(folder, open)
  const bytes = await photo({ width: 3000, height: 2000, isTurned: true, profile: 'p3' })
  await pasteFiles(page, [
    { name: 'Office.jpg', type: 'image/jpeg', bytes },
    { name: 'second view.jpg', type: 'image/jpeg', bytes: await photo() },
  ])
  const dialog = page.getByRole('dialog', { name: 'Import a large image' })
  await expect(dialog).toContainText('3,000 × 2,000')
  await expect(dialog).toContainText('where it was taken')
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeFocused()
  await dialog.getByRole('button', { name: '1,600' }).click()
  await dialog.getByRole('button', { name: 'WebP' }).click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(text(page)).toContainText('](office.webp)')
  await page.keyboard.type('The office')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Another view')
  await expect(text(page)).toContainText('![The office](office.webp)')
  await expect(text(page)).toContainText('![Another view](second-view.jpg)')
  const kept = join(site, 'public/images/posts/trip')
  const office = await readFile(join(kept, 'office.webp'))
  expect(await seen(office)).toEqual({ width: 1600, height: 1067, colours: upright })
  for (const name of ['office.webp', 'second-view.jpg'])
    expect((await readFile(join(kept, name))).toString('latin1')).not.toMatch(/S-12345|GPS|Camera X/)
  // Read by Chromium, whose decoder is independent of the encoder.
  const size = await page.evaluate(
    (src) =>
      new Promise<string>((done) => {
        const image = new Image()
        image.onload = () => done(`${image.naturalWidth} ${image.naturalHeight}`)
        image.src = src
      }),
    'asset://site/trip.md?ref=office.webp',
  )
  expect(size).toBe('1600 1067')
})

test('a choice that is remembered is not asked for again; HEIC is refused with what to do', async ({
  folder,
  open,
}) => {
  const { site, page } = await openTrip(folder, open)
  const bytes = await photo({ width: 3000, height: 2000 })
  await pasteFiles(page, [{ name: 'one.jpg', type: 'image/jpeg', bytes }])
  const dialog = page.getByRole('dialog', { name: 'Import a large image' })
  await dialog.getByRole('combobox', { name: 'Next time' }).click()
  await page.getByRole('option', { name: 'Always do this in this site' }).click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(text(page)).toContainText('](one.jpg)')
  await page.keyboard.press('ControlOrMeta+End')
  await pasteFiles(page, [
    { name: 'two.jpg', type: 'image/jpeg', bytes: await photo({ width: 3200, height: 2000 }) },
  ])
  await expect(text(page)).toContainText('](two.jpg)')
  const two = await readFile(join(site, 'public/images/posts/trip/two.jpg'))
  expect(await seen(two)).toMatchObject({ width: 2400, height: 1500 })
  const heic = new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0mif1heic')
  await page.keyboard.press('ControlOrMeta+a')
  await pasteFiles(page, [{ name: 'IMG_1.HEIC', type: 'image/heic', bytes: heic }])
  await expect(page.getByText(/IMG_1\.HEIC is a HEIC photo.*Export it as JPEG/)).toBeVisible()
  await expect(text(page)).toContainText('](two.jpg)') // what was selected stays
})

test('in a new post that is undone, a photo goes with what was never saved', async ({ folder, open }) => {
  const site = join(folder, 'site')
  await writeTrip(site)
  const { page } = await open(join(site, 'posts/trip.md'), undefined, { autosave: 'off' })
  await waitForPreview(page, 'Words.')
  await page.keyboard.press('ControlOrMeta+n')
  await page.getByRole('dialog').getByLabel('Title').fill('Second trip')
  await page.keyboard.press('Enter')
  await expect(text(page)).toBeFocused()
  const bytes = await photo({ isTurned: true })
  await pasteFiles(page, [{ name: 'Office.jpg', type: 'image/jpeg', bytes }])
  await expect(text(page)).toContainText('](office.jpg)')
  const file = join(site, 'public/images/posts/second-trip/office.jpg')
  expect((await readFile(file)).toString('latin1')).not.toMatch(/S-12345|GPS|Camera X/)
  // Read by Chromium, whose decoder is independent: upright, as it was taken.
  const size = await page.evaluate(
    (src) =>
      new Promise<string>((done) => {
        const image = new Image()
        image.onload = () => done(`${image.naturalWidth} ${image.naturalHeight}`)
        image.src = src
      }),
    'asset://site/second-trip.md?ref=office.jpg',
  )
  expect(size).toBe('400 300')
  while ((await text(page).innerText()).includes('office.jpg')) await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => isThere(file)).toBe(false)
  while (!(await text(page).innerText()).includes('office.jpg')) await page.keyboard.press(redoKey)
  await expect.poll(() => isThere(file)).toBe(true)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await page.getByRole('button', { name: 'Close without saving' }).click()
  await expect.poll(() => isThere(file)).toBe(false)
  await expect.poll(async () => (await readdir(site)).sort()).toEqual(['package.json', 'posts'])
  expect(await readdir(join(site, 'posts'))).toEqual(['trip.md'])
})

test('an image follows the slug of its new post, and is undone from there', async ({ folder, open }) => {
  const { site, page } = await openTrip(folder, open)
  await page.keyboard.press('ControlOrMeta+n')
  await page.getByRole('dialog').getByLabel('Title').fill('Second trip')
  await page.keyboard.press('Enter')
  await expect(text(page)).toBeFocused()
  await pasteFiles(page, [{ name: 'Office.jpg', type: 'image/jpeg', bytes: await photo() }])
  await expect(text(page)).toContainText('](office.jpg)')
  const images = join(site, 'public/images/posts')
  expect(await readdir(images)).toEqual(['second-trip'])
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('third-trip')
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => readdir(images)).toEqual(['third-trip'])
  await expect(text(page)).toContainText('](office.jpg)')
  expect(await isThere(join(images, 'third-trip/office.jpg'))).toBe(true)
  await text(page).focus()
  while ((await text(page).innerText()).includes('office.jpg')) await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => isThere(join(images, 'third-trip'))).toBe(false)
  while (!(await text(page).innerText()).includes('office.jpg')) await page.keyboard.press(redoKey)
  await expect.poll(() => isThere(join(images, 'third-trip/office.jpg'))).toBe(true)
})

test('an image that gets a name with a blank stays when other words are undone', async ({ folder, open }) => {
  const { site, page } = await openTrip(folder, open)
  await pasteFiles(page, [{ name: 'Office.jpg', type: 'image/jpeg', bytes: await photo() }])
  await expect(text(page)).toContainText('](office.jpg)')
  await page.keyboard.press('ControlOrMeta+s')
  await page.getByRole('button', { name: 'Images', exact: true }).click()
  const view = page.getByRole('region', { name: 'Images' })
  await view.getByRole('gridcell', { name: 'office.jpg' }).click()
  await view.getByRole('grid').press('F2')
  const dialog = page.getByRole('dialog', { name: 'Rename or move' })
  await dialog.getByRole('textbox').fill('public/images/posts/trip/our öffice.jpg')
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(view.getByRole('gridcell', { name: 'our öffice.jpg' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Posts', exact: true }).click()
  await expect(text(page)).toContainText('](our%20öffice.jpg)')
  await text(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('x')
  await page.keyboard.press('ControlOrMeta+z')
  await page.waitForTimeout(500) // the file would go now
  expect(await isThere(join(site, 'public/images/posts/trip/our öffice.jpg'))).toBe(true)
})

test('an image that gets a title stays when other words are undone', async ({ folder, open }) => {
  const { site, page } = await openTrip(folder, open)
  await pasteFiles(page, [{ name: 'Office.jpg', type: 'image/jpeg', bytes: await photo() }])
  await expect(text(page)).toContainText('](office.jpg)')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(' "Ours"')
  await expect(text(page)).toContainText('](office.jpg "Ours")')
  await page.keyboard.press('ControlOrMeta+s')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('x')
  await page.keyboard.press('ControlOrMeta+z')
  await page.waitForTimeout(500) // the file would go now
  await expect(text(page)).toContainText('](office.jpg "Ours")')
  expect(await isThere(join(site, 'public/images/posts/trip/office.jpg'))).toBe(true)
})
