import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { makePng } from '../support/make-png'
import { writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

const head = ['title: Styled', 'date: 2024-01-01']
const style = 'body { background: rgb(1, 2, 3) } h2 { color: rgb(4, 5, 6); font-size: 33px } p { margin: 0 }'

const writeSite = async (folder: string, files: Readonly<Record<string, string>>): Promise<string> => {
  const site = await writeBlog(join(folder, 'blog'), {
    'styled.md': { head, body: '## A heading\n\nSome words, $x$ and ==mark==.\n\n### Site style\n' },
  })
  await mkdir(join(site, 'styles'), { recursive: true })
  for (const [path, text] of Object.entries(files)) await writeFile(join(site, path), text)
  return join(site, 'posts/styled.md')
}

/** The computed styles of heading and body in the frame. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentDocument
    const heading = frame?.querySelector('#post h2')
    if (!frame?.defaultView || !heading) return null
    const { color, fontSize } = frame.defaultView.getComputedStyle(heading)
    const { backgroundColor, overflow, visibility } = frame.defaultView.getComputedStyle(frame.body)
    return { color, fontSize, backgroundColor, overflow, visibility }
  })

const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))

test('the style of a site is offered, worn, and remembered', async ({ folder, launch }) => {
  const open = await writeSite(folder, { 'styles/globals.css': style })
  const profile = join(folder, 'profile')
  const first = await launch({ open, profile })
  const wears = first.page.getByRole('switch', { name: 'Site style' })
  await expect(wears).not.toBeChecked()
  await expect.poll(async () => (await drawn(first.page))?.color).not.toBe('rgb(4, 5, 6)')
  await wears.focus()
  await first.page.keyboard.press('Space')
  await expect(wears).toBeChecked()
  await expect
    .poll(() => drawn(first.page))
    .toMatchObject({ color: 'rgb(4, 5, 6)', fontSize: '33px', backgroundColor: 'rgb(1, 2, 3)' })
  const frame = first.page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Site style' })).toBeVisible() // its id is `site-style`
  await new MainWindow(first.page).picture('site-style')
  await first.close()

  const { page } = await launch({ open, profile })
  await expect(page.getByRole('switch', { name: 'Site style' })).toBeChecked()
  await expect.poll(() => drawn(page)).toMatchObject({ color: 'rgb(4, 5, 6)' })
  await writeFile(join(folder, 'blog/styles/globals.css'), style.replace('33px', '44px'))
  await comeBack(page)
  await expect.poll(() => drawn(page)).toMatchObject({ fontSize: '44px' })
  await page.getByRole('switch', { name: 'Site style' }).click()
  await expect.poll(async () => (await drawn(page))?.color).not.toBe('rgb(4, 5, 6)')
})

test('postwright.json names the sheets and the markdown; a change of it holds at once', async ({
  folder,
  open,
}) => {
  const file = await writeSite(folder, {
    'styles/mine.css': style,
    'postwright.json':
      '{ "preview": { "css": ["styles/mine.css", "gone.css"] }, "markdown": { "features": { "mark": true } } }',
  })
  const { page } = await open(file)
  const frame = page.frameLocator('iframe')
  await expect(page.getByRole('switch', { name: 'Site style' })).toBeChecked()
  await expect.poll(() => drawn(page)).toMatchObject({ color: 'rgb(4, 5, 6)' })
  await expect(frame.locator('mark')).toHaveText('mark')
  await expect(page.getByText(/gone\.css is not shown/)).toBeVisible()
  await writeFile(join(folder, 'blog/postwright.json'), '{ "markdown": { "features": { "math": true } } }')
  await comeBack(page)
  await expect(frame.locator('mark')).toHaveCount(0)
  await expect(frame.locator('.katex')).toHaveCount(1)
  await expect(page.getByRole('switch', { name: 'Site style' })).toHaveCount(0)
})

test('a site that needs a build for its style has no switch', async ({ folder, open }) => {
  const file = await writeSite(folder, { 'styles/globals.css': '@import "tailwindcss";\nh2 { color: red }' })
  const { page } = await open(file)
  await expect(page.frameLocator('iframe').locator('#post h2')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Page width' })).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Site style' })).toHaveCount(0)
})

const dressed = `
@font-face { font-family: Own; src: url(/fonts/own.woff2) format("woff2") }
body { background: url(img/paper.png) rgb(1, 2, 3) }
h2 { font-family: Own; background: url("https://attacker.example/a.png"); color: rgb(4, 5, 6) }
p { background: url(../../outside.png) } mark { background: url(img/gone.png) }`

test('pictures and fonts of the site come with its style, and nothing from elsewhere', async ({
  folder,
  open,
}) => {
  const file = await writeSite(folder, { 'styles/globals.css': dressed })
  const site = join(folder, 'blog')
  await mkdir(join(site, 'styles/img'))
  await mkdir(join(site, 'public/fonts'), { recursive: true })
  await writeFile(join(site, 'styles/img/paper.png'), makePng(8, 8, [250, 240, 220]))
  await writeFile(join(folder, 'outside.png'), makePng(8, 8, [0, 0, 0]))
  const fonts = resolve(import.meta.dirname, '../../node_modules/@fontsource-variable/source-serif-4/files')
  await cp(join(fonts, 'source-serif-4-latin-wght-normal.woff2'), join(site, 'public/fonts/own.woff2'))
  const { app, page } = await open(file)
  await watchRequests(app)
  await page.getByRole('switch', { name: 'Site style' }).click()
  const asked = () => app.evaluate(() => (globalThis as Watched).asked.toSorted())
  await expect
    .poll(asked)
    .toEqual([
      'asset://style/styles%2Fglobals.css?ref=%2Ffonts%2Fown.woff2',
      'asset://style/styles%2Fglobals.css?ref=img%2Fpaper.png',
    ])
  const font = () =>
    page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentDocument
      return [...(frame?.fonts ?? [])].find(({ family }) => family === 'Own')?.status
    })
  await expect.poll(font).toBe('loaded')
  const width = await page.evaluate(async () => {
    const frame = document.querySelector('iframe')?.contentDocument
    const background = frame?.defaultView?.getComputedStyle(frame.body).backgroundImage ?? ''
    const picture = new Image()
    picture.src = /url\("(.*)"\)/.exec(background)?.[1] ?? ''
    await picture.decode()
    return picture.naturalWidth
  })
  expect(width).toBe(8)
  await new MainWindow(page).picture('site-style-own-files')
})

const hostile = `
@import "https://attacker.example/1.css";
@\\69mport url(https://attacker.example/2.css);
@font-face { font-family: Evil; src: url(https://attacker.example/3.woff2) }
html, body { visibility: hidden; opacity: 0; overflow: hidden; display: none; background: rgb(9, 9, 9) }
h2 { color: rgb(4, 5, 6); font-family: Evil; background: u\\72l(https://attacker.example/4.png) }
h2::after { content: url(../../outside.png); background: url("javascript:parent.alert(1)"), url(${'data:text/html,<script>parent.alert(1)</script>'.repeat(2000)}) }
@font-face { font-family: Evil; src: url(../../../../../../etc/passwd.woff2), url(\\\\attacker.example/8.woff2) }
h2::before { content: image-set("https://attacker.example/5.png" 1x); }
p { --x: url(https://attacker.example/6.png); background-image: var(--x); cursor: url("file:///etc/passwd"), auto }
p::after { content: "</style><script>parent.alert(1)</script>"; background: -webkit-image-set(url(//attacker.example/7.png) 1x) }
main { background: url(asset://site/styled.md?ref=x.png); position: fixed; inset: 0; z-index: 9999 }
`

type Watched = typeof globalThis & { asked: string[] }

const watchRequests = (app: ElectronApplication) =>
  app.evaluate(({ session }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const note = ({ url }: { url: string }) => {
      if (!/^(?:app|data|blob|devtools):/.test(url)) asked.push(url)
    }
    session.defaultSession.webRequest.onCompleted(note)
    session.defaultSession.webRequest.onErrorOccurred(note)
  })

test('a hostile style sheet fetches nothing, runs nothing and hides nothing', async ({ folder, open }) => {
  const file = await writeSite(folder, { 'styles/globals.css': hostile })
  const { app, page } = await open(file)
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs++
    void dialog.dismiss()
  })
  await watchRequests(app)
  const wears = page.getByRole('switch', { name: 'Site style' })
  await wears.click()
  await expect(wears).toBeChecked()
  await expect.poll(() => drawn(page)).toMatchObject({ color: 'rgb(4, 5, 6)', visibility: 'visible' })
  await page.waitForTimeout(500)
  expect(await app.evaluate(() => (globalThis as Watched).asked)).toEqual([])
  expect(dialogs).toBe(0)
  expect(await drawn(page)).toMatchObject({ overflow: 'visible', backgroundColor: 'rgb(9, 9, 9)' })
  const left = await page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentDocument
    return [...(frame?.querySelectorAll('script, #post style, link[href*="attacker"]') ?? [])].length
  })
  expect(left).toBe(0)
})
