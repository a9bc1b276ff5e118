import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { itemAt } from '../../shared/base/item-at'
import { attackBodies } from '../support/attack-payloads'
import { noteTrial } from '../support/trial'
import { type BlogPost, writeBlog } from '../support/write-blog'
import { expect, test } from './app'
import { MainWindow } from './pages/main-window'

interface Attack {
  readonly id: string
  readonly md: string
}

const own: readonly Attack[] = [
  { id: 'own-image', md: '<img src=x onerror=alert(1)>' },
  { id: 'own-script', md: '</title></script><script>alert(1)</script>' },
  { id: 'own-svg', md: '<svg onload=alert(1)><image href="https://attacker.example/x"/></svg>' },
  { id: 'own-link', md: '[x](javascript:alert(1)) <a href="javascript:alert(1)">x</a>' },
  {
    id: 'own-remote',
    md: '![x](https://attacker.example/x.png) <link rel=stylesheet href=//attacker.example>',
  },
  { id: 'own-refresh', md: '<meta http-equiv=refresh content="0;url=https://attacker.example/">' },
  { id: 'own-frame', md: '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>' },
  { id: 'own-diagram', md: '```mermaid\ngraph TD; A["<img src=x onerror=alert(1)>"]-->B\n```' },
]
const corpus = resolve(import.meta.dirname, '../../../shared/corpus/attacks/own-markdown-attacks.json')
const others = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as Attack[]) : []
const isLong = process.env.POSTWRIGHT_LONG === '1'
const attacks = [...own, ...others.filter((_, index) => isLong || index % 5 === 0)].filter(
  ({ md }) => !md.startsWith('(file name)'),
)
const views = 'Payloads in list, card, search, quick open, title and history'

/** Opens a post as the system does, and waits until the editor has its text. */
const openPost = async (app: ElectronApplication, page: Page, path: string): Promise<void> => {
  await app.evaluate(
    ({ app: electron }, asked) => electron.emit('open-file', { preventDefault: () => undefined }, asked),
    path,
  )
  await page.waitForFunction(
    (wanted) => {
      const content = document.querySelector<Element & { cmTile?: { view: { state: { doc: unknown } } } }>(
        '.cm-content',
      )
      return String(content?.cmTile?.view.state.doc) === wanted
    },
    readFileSync(path, 'utf8').replaceAll('\r\n', '\n'),
  )
}

/** The attack in every text of a post: title, description, tags and body. */
const postOf = ({ md }: Attack, index: number): BlogPost => {
  const written = JSON.stringify(md)
  return {
    head: [`title: ${written}`, `description: ${written}`, `tags: [${written}]`, 'date: 2024-01-01'],
    body: `${md}\n\nEnd of case ${index}.`,
  }
}

/** Chromium fetches a dictionary for the session with the exported pages, which is not one of the app's. */
const ofOtherSession = /^https:\/\/redirector\.gvt1\.com\//

type Watched = typeof globalThis & { asked: string[] }

/** Records every address that the windows request or open, and answers the save dialog of an export. */
const watchMain = (app: ElectronApplication, exported: string) =>
  app.evaluate(({ session, dialog, app: main }, filePath) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const note = ({ url }: { url: string }) => {
      if (!/^(?:app|asset|data|blob|devtools):/.test(url)) asked.push(url)
    }
    session.defaultSession.webRequest.onCompleted(note)
    session.defaultSession.webRequest.onErrorOccurred(note)
    main.on('web-contents-created', (_event, contents) => contents.on('will-navigate', note))
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, exported)

/** The parts of a window that no text may add or change. */
const harmIn = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const handlers = all.flatMap((element) => [...element.attributes].filter(({ name }) => /^on/.test(name)))
    const addresses = all.flatMap((element) =>
      ['href', 'src', 'action'].map((name) => element.getAttribute(name) ?? ''),
    )
    return {
      ran: (window as unknown as { ran: number }).ran,
      handlers: handlers.map(({ name, value }) => `${name}=${value}`),
      addresses: addresses.filter((address) => /^\s*javascript:|attacker/i.test(address)),
      scripts: all.filter((element) => element.matches('script:not([src]), object, embed, base')).length,
      url: location.href,
    }
  })

/** Opens exported pages one by one with scripts allowed; returns what ran, was opened or was requested. */
const harmOfPages = (app: ElectronApplication, paths: readonly string[]) =>
  app.evaluate(async ({ BrowserWindow, session }, files) => {
    const own = session.fromPartition('exported')
    own.enableNetworkEmulation({ offline: true })
    const harm: string[] = []
    own.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
      // A page keeps the images of other sites that its post shows.
      if (!/^(?:file|data|devtools):/.test(url) && resourceType !== 'image') harm.push(`asked ${url}`)
      answer({ cancel: !/^(?:file|data|devtools):/.test(url) })
    })
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: own, sandbox: true, disableDialogs: true },
    })
    const { webContents } = window
    await window.loadURL('about:blank') // the debugger does not answer before
    webContents.on('will-navigate', ({ url }) => harm.push(`went to ${url}`))
    webContents.debugger.attach()
    await webContents.debugger.sendCommand('Page.enable')
    await webContents.debugger.sendCommand('Page.addScriptToEvaluateOnNewDocument', {
      source: 'window.ran = 0; window.alert = () => { window.ran++ }',
    })
    const look = async (file: string) => {
      await window.loadFile(file)
      const ran = await webContents.executeJavaScript('window.ran + document.scripts.length')
      if (ran !== 0) harm.push(`${file}: ${ran} scripts`)
    }
    for (const file of files) {
      const late = new Promise<void>((_resolve, reject) =>
        setTimeout(() => reject(new Error(`${file} does not load`)), 20_000),
      )
      await Promise.race([look(file), late])
    }
    window.destroy()
    return harm
  }, paths)

test('what a stranger wrote is text in every view, and in every exported page', async ({
  folder,
  launch,
}) => {
  test.setTimeout(isLong ? 900_000 : 180_000)
  const site = await writeBlog(
    join(folder, 'site'),
    Object.fromEntries(attacks.map((attack, index) => [`attack-${index}.md`, postOf(attack, index)])),
  )
  const named = '<img src=x onerror=alert(1)>'
  await writeFile(join(site, 'posts', `${named}.md`), `---\ntitle: Named\n---\n\n${named}\n`)
  const { app, page } = await launch({ open: site, mayRequest: ofOtherSession })
  const main = new MainWindow(page)
  await watchMain(app, join(folder, `${named}.html`))
  await page.evaluate(() => {
    const count = () => {
      Object.assign(window, { ran: (window as unknown as { ran: number }).ran + 1 })
    }
    Object.assign(window, { ran: 0, alert: count, confirm: count, prompt: count })
  })
  await expect(main.rows.first()).toBeVisible()
  const before = await harmIn(page)
  expect(before).toMatchObject({ ran: 0, handlers: [], addresses: [] })
  const stayed = async (where: string) =>
    expect({ where, ...(await harmIn(page)) }).toEqual({ where, ...before })

  await main.list.hover()
  for (let pages = 0; pages < attacks.length / 8; pages++) {
    await page.mouse.wheel(0, 600)
    await stayed('list')
  }

  for (const words of ['<img', 'onerror', 'javascript:', '</title>']) {
    await main.search.fill(words)
    await expect(main.rows.first()).toContainText(words)
    await stayed('search')
  }
  await main.search.fill('')

  await page.keyboard.press('ControlOrMeta+P')
  for (const words of ['img src', 'script', 'svg', 'javascript']) {
    await page.getByRole('dialog').getByRole('combobox').fill(words)
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(
      itemAt(words.split(' '), 0),
    )
    await stayed('quick open')
  }
  await page.keyboard.press('Escape')

  for (const [index, { id, md }] of attacks.entries()) {
    if (!isLong && index >= 6) break
    noteTrial(views, { tried: 1 })
    await openPost(app, page, join(site, `posts/attack-${index}.md`))
    if (id.startsWith('own-')) {
      await expect(main.title).toHaveText(md)
      await expect(page.frameLocator('iframe').getByText(`End of case ${index}.`)).toBeVisible()
    }
    await stayed(`title of ${id}`)
    await page.getByRole('button', { name: 'Card' }).click()
    await expect(page.getByRole('heading', { name: 'Shared on social media' })).toBeVisible()
    await stayed(`card of ${id}`)
    await page.getByRole('button', { name: 'Page', exact: true }).click()

    if (isLong ? index % 4 === 0 : index === 5) {
      const added = `<img src=x onerror=alert(${index})> More.`
      await main.toEnd()
      await page.keyboard.type(added)
      await page.keyboard.press('ControlOrMeta+s')
      await expect(page.getByText('Saved', { exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'History' }).click()
      await page.getByRole('navigation', { name: 'Versions' }).getByRole('button').last().click()
      const version = page.getByRole('region', { name: 'Earlier version' })
      await expect(version.locator('ins').last()).toContainText(`onerror=alert(${index})`)
      await stayed(`history of ${id}`)
      await page.keyboard.press('Escape')
      await expect(version).toBeHidden()
    }
    noteTrial(views, { survived: 1 })
  }

  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText(/^Exported to/).last()).toContainText(named)
  await stayed('notices')

  const paths = [join(folder, `${named}.html`)]
  const texts = [
    ...attacks.map(({ id, md }, index) =>
      id.startsWith('fm-') ? md : readFileSync(join(site, `posts/attack-${index}.md`), 'utf8'),
    ),
    ...attackBodies()
      .filter((_, index) => isLong || index % 10 === 0)
      .map(({ body }) => body),
  ]
  for (const [index, text] of texts.entries()) {
    const path = join(folder, `page-${index}.html`)
    await app.evaluate(({ dialog: asked }, filePath) => {
      asked.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await page.evaluate(
      ([id, body]) =>
        (
          window as unknown as { api: { exportHtml: (...args: unknown[]) => Promise<unknown> } }
        ).api.exportHtml(id, body, []),
      [`attack-${index % attacks.length}.md`, text] as const,
    )
    if (existsSync(path)) paths.push(path)
  }
  expect(paths).toHaveLength(texts.length + 1)
  const harm = await harmOfPages(app, paths)
  noteTrial('Exported pages opened with scripts on', {
    tried: paths.length,
    survived: paths.length - harm.length,
  })
  expect(harm).toEqual([])

  await stayed('the end')
  expect(await app.evaluate(() => (globalThis as Watched).asked)).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
