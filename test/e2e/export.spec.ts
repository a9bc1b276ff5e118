import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { dockerPostIsThere, makeDockerSite, noDockerPost } from '../support/docker-site'
import { writeSite } from '../support/write-site'
import { expect, type RunningApp, test } from './app'
import { previewOf, readingOf, type SeenPage, waitForPreview } from './pages/preview'

/** The next save dialog returns this path, as if the user pressed Enter. */
const answerSaveDialog = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)

interface OfflineReading extends SeenPage {
  readonly scripts: number
  /** Whether an injected script ran. */
  readonly ran: boolean
  readonly requests: readonly string[]
}

/** Opens a file in a separate window with a separate session without network. */
const readOffline = (
  app: ElectronApplication,
  file: string,
  dark = false,
): Promise<OfflineReading & { picture: string }> =>
  app.evaluate(
    async ({ BrowserWindow, session }, { path, reading, isDark }) => {
      const offline = session.fromPartition(`offline-${Math.random()}`)
      offline.enableNetworkEmulation({ offline: true })
      offline.setSpellCheckerEnabled(false) // otherwise a separate session requests a dictionary
      offline.setSpellCheckerLanguages([])
      const requests: string[] = []
      offline.webRequest.onBeforeRequest(({ url }, answer) => {
        requests.push(url)
        answer({})
      })
      const window = new BrowserWindow({
        width: 1000,
        height: 1200,
        webPreferences: { session: offline, sandbox: true, spellcheck: false },
      })
      await window.loadFile(path)
      window.webContents.debugger.attach()
      await window.webContents.debugger.sendCommand('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }],
      })
      const ask = (code: string) => window.webContents.executeJavaScript(code)
      await ask('document.fonts.ready.then(() => true)')
      await ask('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      const seen = await ask(reading)
      const scripts = await ask('document.scripts.length')
      const ran = await ask(
        `{ const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s); window.ran === true }`,
      )
      const picture = (await window.webContents.capturePage()).toPNG().toString('base64')
      window.destroy()
      return {
        ...seen,
        scripts,
        ran,
        requests: requests.filter((url) => !/^(?:file|data|devtools):/.test(url)),
        picture,
      }
    },
    { path: file, reading: readingOf('document'), isDark: dark },
  )

const exportTo = async ({ app, page }: RunningApp, path: string): Promise<string> => {
  await answerSaveDialog(app, path)
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText(/^Exported to/).last()).toBeVisible()
  await expect.poll(() => existsSync(path)).toBe(true)
  return readFile(path, 'utf8')
}

test('the real post, exported and opened without a network, shows what the preview shows', async ({
  folder,
  open,
}, info) => {
  test.skip(!dockerPostIsThere, noDockerPost)
  const post = await makeDockerSite(join(folder, 'site'))
  const running = await open(post)
  await expect(running.page.frameLocator('iframe').getByText(/min read/)).toBeVisible() // counted while the page is idle
  await waitForPreview(running.page, 'stay tuned for more articles')
  const widths = async () => (await previewOf(running.page)).images.map(({ width }) => width)
  await expect.poll(widths).toEqual([960, 800])
  const preview = await previewOf(running.page)

  const path = join(folder, 'docker.html')
  const html = await exportTo(running, path)
  const light = await readOffline(running.app, path)
  const dark = await readOffline(running.app, path, true)
  await writeFile(info.outputPath('export-light.png'), Buffer.from(light.picture, 'base64'))
  await writeFile(info.outputPath('export-dark.png'), Buffer.from(dark.picture, 'base64'))

  expect(light.headings).toEqual(preview.headings)
  expect(light.images).toEqual(preview.images)
  expect(light.text).toBe(preview.text)
  expect(light).toMatchObject({ scripts: 0, ran: false, requests: [] })
  expect(html).toContain('<title>Docker and Kubernetes</title>')
  expect(html).toMatch(/<meta property="og:title" content="Docker and Kubernetes">/)
})

test('the export is of the text as it stands, saved or not', async ({ folder, open }) => {
  const site = join(folder, 'site')
  await writeSite(site, { 'posts/a.md': '---\ntitle: A\n---\n\nSaved words.\n' })
  const running = await open(join(site, 'posts/a.md'))
  const { page } = running
  await page.getByRole('textbox', { name: 'Text of the post' }).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('Fresh words.')
  expect(await exportTo(running, join(folder, 'a.html'))).toContain('Fresh words.')
})

test('a missing image is told and labelled, a dismissed dialog says nothing', async ({ folder, open }) => {
  const site = join(folder, 'site')
  await writeSite(site, { 'posts/a.md': '---\ntitle: A\nimage: gone.png\n---\n\n![chart](lost.png)\n' })
  const running = await open(join(site, 'posts/a.md'))
  const { app, page } = running
  await app.evaluate(({ dialog }) => {
    const asked = { times: 0 }
    Object.assign(globalThis, { asked })
    dialog.showSaveDialog = () => {
      asked.times += 1
      return Promise.resolve({ canceled: true, filePath: '' })
    }
  })
  await page.getByRole('button', { name: 'Export' }).click()
  const times = () => app.evaluate(() => (globalThis as unknown as { asked: { times: number } }).asked.times)
  await expect.poll(times).toBe(1)
  await expect(page.getByText(/^Exported to/)).toHaveCount(0)
  const html = await exportTo(running, join(folder, 'a.html'))
  await expect(page.getByText(/2 images were not found.*gone\.png, lost\.png/)).toBeVisible()
  expect(html).toContain('image-missing')
})

test('a place that cannot be written is told, and nothing is left behind', async ({ folder, open }) => {
  const site = join(folder, 'site')
  await writeSite(site, { 'posts/a.md': '---\ntitle: A\n---\n\nText.\n' })
  const { app, page } = await open(join(site, 'posts/a.md'))
  await answerSaveDialog(app, join(folder, 'no-such-folder/a.html'))
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText(/Cannot save a\.html/)).toBeVisible()
})

test('diagrams are pictures in the export, light and dark; a broken one is its source', async ({
  folder,
  open,
}) => {
  const site = join(folder, 'site')
  const text = '```mermaid\ngraph TD\n  A[Café] --> B\n```\n\n```mermaid\nno such diagram\n```\n'
  await writeSite(site, { 'posts/a.md': `---\ntitle: A\n---\n\n${text}` })
  const running = await open(join(site, 'posts/a.md'))
  const path = join(folder, 'a.html')
  const html = await exportTo(running, path)
  const pictures = Array.from(html.matchAll(/data:image\/svg\+xml;base64,([^"]+)"/g), ([, data = '']) =>
    Buffer.from(data, 'base64').toString(),
  )
  expect(pictures).toHaveLength(2)
  for (const picture of pictures) expect(picture).toMatch(/^<svg[\s\S]*Café/)
  expect(pictures[0]).not.toBe(pictures[1])
  expect(html).toContain('<pre class="mermaid-source"><code>no such diagram')
  await expect(running.page.getByText(/^Exported to/).last()).toContainText(
    '1 diagram could not be drawn and is shown as its source: ',
  )
  const seen = await readOffline(running.app, path)
  expect(seen).toMatchObject({ scripts: 0, ran: false, requests: [] })
  expect(seen.images[0]?.width).toBeGreaterThan(50)
})
