import { readdir, readFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { itemAt } from '../../shared/base/item-at'
import { makePng } from '../support/make-png'
import { withServer } from '../support/web-server'
import { writeTrip } from '../support/write-site'
import { expect, test } from './app'
import { text } from './pages/one-post'
import { pasteTexts, redoKey } from './pages/paste'
import { waitForPreview } from './pages/preview'
import { serveAs } from './pages/public-hosts'

const answers: Readonly<Record<string, RequestListener>> = {
  '/quay_(Oslo).png': (_, answer) => void answer.end(makePng(40, 30, [200, 80, 40])),
  '/typed': (_, answer) =>
    void answer.writeHead(200, { 'content-type': 'text/plain' }).end(makePng(30, 30, [20, 80, 40])),
  '/draw.svg': (_, answer) =>
    void answer.end('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'),
  '/page.png': (_, answer) => void answer.end('<!doctype html><title>Log in</title>'),
  '/large.png': (_, answer) => void answer.writeHead(200, { 'content-length': '60000000' }).write('x'),
  '/inside.png': (_, answer) => void answer.writeHead(302, { location: 'http://192.168.0.1/x.png' }).end(),
  '/later.png': (_, answer) => void answer.end(makePng(20, 30, [20, 80, 140])),
  '/slow.png': () => undefined,
}

test('pasted images of other sites are copied only after a question, with progress, undo and reasons', async ({
  folder,
  launch,
}) => {
  const asked: string[] = []
  const listener: RequestListener = (request, answer) => {
    asked.push(request.url ?? '')
    const known = answers[decodeURIComponent(request.url ?? '')]
    if (known) known(request, answer)
    else answer.writeHead(404).end()
  }
  await withServer(listener, async (server) => {
    const site = join(folder, 'site')
    await writeTrip(site)
    const { app, page } = await launch({ open: join(site, 'posts/trip.md') })
    await waitForPreview(page, 'Words.')
    const { port } = new URL(server)
    await serveAs(app, { 'pictures.test': Number(port) })
    const paste = async (...names: readonly string[]) => {
      const images = names.map((name) => `<img src="http://pictures.test${name}" alt="Quay">`)
      await pasteTexts(page, { 'text/html': `<p>${images.join(' ')}</p>`, 'text/plain': 'Quay' })
    }
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const kept = join(site, 'public/images/posts/trip')
    const files = async () => (await readdir(kept).catch(() => [])).sort()
    await text(page).click()
    await page.keyboard.press('ControlOrMeta+End')

    await paste('/quay_(Oslo).png', '/typed', '/draw.svg')
    await expect(page.getByText('You pasted 3 images that are on other sites.')).toBeVisible()
    expect(asked).toEqual([])
    await button('Copy them here').click()
    await expect(text(page)).toContainText('![Quay](quay-oslo.png) ![Quay](typed.png) ![Quay](draw.svg)')
    expect(await files()).toEqual(['draw.svg', 'quay-oslo.png', 'typed.png'])
    await text(page).focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(text(page)).toContainText('pictures.test/typed')
    await expect.poll(files).toEqual([])
    await page.keyboard.press(redoKey)
    await expect.poll(files).toEqual(['draw.svg', 'quay-oslo.png', 'typed.png'])

    const failing = ['/gone.png', '/page.png', '/large.png', '/inside.png']
    for (const [name, reason] of [
      [itemAt(failing, 0), /stays on the other site.*responded with 404/],
      [itemAt(failing, 1), /did not send an image/],
      [itemAt(failing, 2), /larger than 50 MB/],
      [itemAt(failing, 3), /192\.168\.0\.1 is an address on this computer or local network/],
    ] as const) {
      await paste(name)
      await button('Copy it here').click()
      await expect(page.getByText(reason)).toBeVisible()
      await button('Dismiss').last().click()
    }
    await paste(...failing, '/later.png')
    await button('Copy them here').click()
    await expect(page.getByText(/^4 images of 5 were not copied/)).toBeVisible()
    await expect(text(page)).toContainText('![Quay](later.png)')
    await button('Dismiss').last().click()

    await paste('/slow.png')
    await button('Copy it here').click()
    await expect(page.getByText('Copying images from other sites: 0 of 1…')).toBeVisible()
    await button('Cancel').click()
    await expect(page.getByText('Copying images')).toBeHidden()
    await expect(text(page)).toContainText('pictures.test/slow.png')
    expect(await files()).toEqual(['draw.svg', 'later.png', 'quay-oslo.png', 'typed.png'])

    await paste('/typed')
    await button('Always in this site').click()
    await expect(text(page)).not.toContainText('pictures.test/typed')
    await page.keyboard.press('ControlOrMeta+End')
    await paste('/quay_(Oslo).png')
    await expect(text(page)).not.toContainText('pictures.test/quay')
    await expect(button('Copy it here')).toBeHidden()
    expect(await readFile(join(kept, 'typed.png'))).toEqual(makePng(30, 30, [20, 80, 40]))
    await page.keyboard.press('ControlOrMeta+,')
    await expect(page.getByText('They are copied into the site without asking.')).toBeVisible()
  })
})
