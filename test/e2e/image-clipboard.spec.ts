import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ElectronApplication, Page } from '@playwright/test'
import { loadSharp } from '../../electron/assets/pixels/load-sharp'
import { makePng } from '../support/make-png'
import { photo, seen, upright } from '../support/photos'
import { writeTrip } from '../support/write-site'
import { expect, type RunningApp, test } from './app'
import { text } from './pages/one-post'
import { redoKey } from './pages/paste'
import { waitForPreview } from './pages/preview'

// One after the other: all windows of a display have the one clipboard. Other systems have no such type for files.
test.describe.configure({ mode: 'default' })
test.skip(process.platform !== 'linux', 'macOS and Windows have another clipboard type for files')

/** The types speak of the next major's clipboard already. */
interface TodaysClipboard {
  readonly writeBuffer: (type: string, bytes: Uint8Array) => void
  readonly write: (texts: { readonly html: string }) => void
}

/** Copies files as a file manager does. */
const copyFiles = (app: ElectronApplication, paths: readonly string[]): Promise<void> =>
  app.evaluate(
    ({ clipboard }, list) => {
      const board = clipboard as unknown as TodaysClipboard
      board.writeBuffer('text/uri-list', Buffer.from(list))
    },
    paths.map((path) => `${pathToFileURL(path).href}\r\n`).join(''),
  )

/** Copies part of a page as a browser does. */
const copyHtml = (app: ElectronApplication, html: string): Promise<void> =>
  app.evaluate(
    ({ clipboard }, copied) => (clipboard as unknown as TodaysClipboard).write({ html: copied }),
    html,
  )

const pasteAtEnd = async (page: Page): Promise<void> => {
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ControlOrMeta+v')
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** The written photo shows its colours upright, at this size, and says nothing of camera or place. */
const expectClean = async (path: string, width: number, height: number): Promise<void> => {
  const bytes = await readFile(path)
  expect(await seen(bytes)).toEqual({ width, height, colours: upright })
  const { exif, xmp, iptc } = await (await loadSharp())(bytes).metadata()
  expect([xmp, iptc]).toEqual([undefined, undefined])
  expect(exif?.toString('latin1') ?? '').not.toMatch(/S-12345|GPS|Camera X|Ann/)
  expect(bytes.toString('latin1')).not.toMatch(/S-12345|Camera X/)
}

const namesIn = async (folder: string) => (await readdir(folder)).sort()

const openSite = async (
  folder: string,
  open: (path: string, size: undefined, settings: object) => Promise<RunningApp>,
) => {
  const site = join(folder, 'site')
  await writeTrip(site)
  const turned = join(folder, 'My photo (1) ü.jpg')
  const drawing = join(folder, 'plan.png')
  await writeFile(turned, await photo({ isTurned: true }))
  await writeFile(drawing, makePng(120, 80, [200, 100, 50]))
  const { app, page } = await open(join(site, 'posts/trip.md'), undefined, { autosave: 'off' })
  await waitForPreview(page, 'Words.')
  return { site, app, page, copied: [turned, drawing] }
}

const undoUntil = async (page: Page, isDone: () => Promise<boolean>, key: string): Promise<void> => {
  while (!(await isDone())) await page.keyboard.press(key)
}

test('several files copied in the file manager come clean, go with undo, come again with redo and stay when saved', async ({
  folder,
  open,
}) => {
  const { site, app, page, copied } = await openSite(folder, open)
  const kept = join(site, 'public/images/posts/trip')
  const files = [join(kept, 'my-photo-1-u.jpg'), join(kept, 'plan.png')]
  const has = async () => (await text(page).innerText()).includes('plan.png')
  const areThere = async () => (await Promise.all(files.map(isThere))).join()
  await copyFiles(app, copied)
  await pasteAtEnd(page)
  await expect(text(page)).toContainText('](my-photo-1-u.jpg)')
  await expect(text(page)).toContainText('](plan.png)')
  await expectClean(files[0] ?? '', 400, 300)
  expect(await seen(await readFile(files[1] ?? ''))).toMatchObject({ width: 120, height: 80 })
  await undoUntil(page, async () => !(await has()), 'ControlOrMeta+z')
  await expect.poll(areThere).toBe('false,false')
  await expect.poll(() => namesIn(site)).toEqual(['package.json', 'posts'])
  await undoUntil(page, has, redoKey)
  await expect.poll(areThere).toBe('true,true')
  await page.keyboard.press('ControlOrMeta+s')
  await expect
    .poll(() => readFile(join(site, 'posts/trip.md'), 'utf8'))
    .toMatch(/Words\.\n*!\[[^\]]*\]\(my-photo-1-u\.jpg\)\n\n!\[[^\]]*\]\(plan\.png\)/)
  await expectClean(files[0] ?? '', 400, 300)

  // What a browser copies of a page that has the photo in it.
  const data = (await readFile(copied[0] ?? '')).toString('base64')
  await copyHtml(app, `<p>Seen <img alt="The office" src="data:image/jpeg;base64,${data}"></p>`)
  await pasteAtEnd(page)
  await expect(text(page)).toContainText('![The office](image.jpg)')
  await expectClean(join(kept, 'image.jpg'), 400, 300)
  await undoUntil(page, async () => !(await text(page).innerText()).includes('image.jpg'), 'ControlOrMeta+z')
  await expect.poll(() => namesIn(kept)).toEqual(['my-photo-1-u.jpg', 'plan.png'])
})

test('in a post never saved, copied files go to the folder of its slug, and with the post when it is discarded', async ({
  folder,
  open,
}) => {
  const { site, app, page, copied } = await openSite(folder, open)
  await page.keyboard.press('ControlOrMeta+n')
  await page.getByRole('dialog').getByLabel('Title').fill('Second trip')
  await page.keyboard.press('Enter')
  await expect(text(page)).toBeFocused()
  await copyFiles(app, copied)
  await pasteAtEnd(page)
  await expect(text(page)).toContainText('](plan.png)')
  const kept = join(site, 'public/images/posts/second-trip')
  await expectClean(join(kept, 'my-photo-1-u.jpg'), 400, 300)
  await undoUntil(page, async () => !(await text(page).innerText()).includes('plan.png'), 'ControlOrMeta+z')
  await expect.poll(() => isThere(kept)).toBe(false)
  await undoUntil(page, async () => (await text(page).innerText()).includes('plan.png'), redoKey)
  await expect.poll(() => isThere(join(kept, 'plan.png'))).toBe(true)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await page.getByRole('button', { name: 'Close without saving' }).click()
  await expect.poll(() => namesIn(site)).toEqual(['package.json', 'posts'])
  expect(await namesIn(join(site, 'posts'))).toEqual(['trip.md'])
})
