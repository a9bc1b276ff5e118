import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type HostileServer, startHostileServer } from '../support/hostile-server'
import { writeSite } from '../support/write-site'
import { expect, sharedApp, test } from './app'
import { typeAtEnd } from './pages/one-post'

const head = '---\ntitle: A post\ndate: 2024-01-05\n---\n\n'

let hostile: HostileServer
let site: Server
let made = 'First version'
let port = 0

const shared = sharedApp(async (folder) => {
  hostile = await startHostileServer()
  site = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<h1>${made}</h1><p>${request.url}</p><img src="https://images.outside.example/x.png">`)
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  port = (site.address() as AddressInfo).port
  site.close()
  const names = [
    'attempts',
    'busy',
    'endless',
    'away',
    'metadata',
    'network',
    'password',
    'closing',
    'reloading',
    'other',
  ]
  await writeSite(folder, {
    'blog/hugo.toml': 'baseURL = "https://live.example/"\n',
    'blog/content/posts/a.md': `${head}Text\n`,
    'blog/postwright.json': JSON.stringify({ preview: { server: `http://localhost:${port}` } }),
    'hostile/hugo.toml': '',
    ...Object.fromEntries(names.map((name) => [`hostile/content/posts/${name}.md`, `${head}${name}\n`])),
    'hostile/postwright.json': JSON.stringify({ preview: { server: `http://localhost:${hostile.port}` } }),
  })
  return {
    open: join(folder, 'blog'),
    // The target of a redirect is recorded before it is blocked; requests that reached the other port are counted.
    mayRequest: new RegExp(
      `^http://localhost:(?:${port}|${hostile.port}|${hostile.otherPort}/redirected)|^https://outside\\.example/(?:redirected|away)$|^http://(?:169\\.254\\.169\\.254|192\\.168\\.0\\.1)/`,
    ),
  }
})

test.afterAll(() => {
  hostile.close()
  site.close()
})

/** The web contents that show a page of a server; undefined if there are none. */
const titleInView = (app: ReturnType<typeof shared>['app']): Promise<string | null> =>
  app.evaluate(async ({ webContents }) => {
    const [shown] = webContents.getAllWebContents().filter((one) => one.getURL().startsWith('http:'))
    return shown === undefined
      ? null
      : shown.executeJavaScript('document.querySelector("h1")?.textContent ?? ""')
  })

const boundsOfView = (app: ReturnType<typeof shared>['app']) =>
  app.evaluate(({ BrowserWindow }) => {
    const [view] = BrowserWindow.getAllWindows()[0]?.contentView.children.slice(-1) ?? []
    return { ...view?.getBounds(), visible: view?.getVisible() }
  })

test('the page of the post is shown once its server runs, follows saves and gives way to what lies over it', async () => {
  const { app, page, folder } = shared()
  await page.getByRole('button', { name: 'Site', exact: true }).click()
  await expect(page.getByText(`No development server at localhost:${port}`)).toBeVisible()
  await expect(page.getByText('hugo server', { exact: true })).toBeVisible()

  site.listen(port, '127.0.0.1')
  await expect(page.getByText(`localhost:${port}/posts/a/`)).toBeVisible()
  await expect.poll(() => titleInView(app)).toBe('First version')
  await expect(page.getByText('1 other server blocked')).toBeVisible()

  const pane = await page.getByRole('button', { name: 'Focus the page' }).boundingBox()
  const near = (bounds: Awaited<ReturnType<typeof boundsOfView>>) =>
    pane !== null &&
    Math.abs((bounds.x ?? 0) - pane.x) <= 1 &&
    Math.abs((bounds.height ?? 0) - pane.height) <= 1
  await expect.poll(async () => near(await boundsOfView(app))).toBe(true)
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await expect.poll(async () => (await boundsOfView(app)).visible).toBe(false)
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await boundsOfView(app)).visible).toBe(true)

  made = 'Second version'
  await typeAtEnd(page, 'More.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => titleInView(app)).toBe('Second version')

  await page.getByRole('button', { name: 'Card', exact: true }).click()
  await expect.poll(() => titleInView(app)).toBe(null)
  expect((await readdir(join(folder, 'blog'))).sort()).toEqual(['content', 'hugo.toml', 'postwright.json'])
})

/** Opens a post of one of the sites and shows its page on the server. */
const show = async (path: string): Promise<void> => {
  const { app, page, folder } = shared()
  await app.evaluate(
    ({ app: main }, asked) => main.emit('open-file', { preventDefault: () => undefined }, asked),
    join(folder, path),
  )
  await expect(
    page.getByRole('button', { name: path.slice(0, path.indexOf('/')), exact: true }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Site', exact: true }).click()
}

/** The hosts that Chromium looked up. */
const namesLookedUp = async (log: string): Promise<readonly string[]> => {
  const { constants, events } = JSON.parse(await readFile(log, 'utf8')) as {
    readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
    readonly events: readonly { readonly type: number; readonly params?: { readonly host?: string } }[]
  }
  expect(events.length).toBeGreaterThan(100)
  const asked = constants.logEventTypes.HOST_RESOLVER_MANAGER_REQUEST
  return events.flatMap(({ type, params }) =>
    type === asked && params?.host !== undefined && !params.host.includes('localhost') ? [params.host] : [],
  )
}

test('a hostile server reaches no call, no cookie, no file and nobody else', async () => {
  const { app, page, folder } = shared()
  const log = join(folder, 'net-log.json')
  await app.evaluate(
    async ({ session: { defaultSession } }, { url, path }) => {
      await defaultSession.cookies.set({ url, name: 'app', value: 'secret' })
      await defaultSession.netLog.startLogging(path, { captureMode: 'everything' }) // of all sessions
    },
    { url: `http://localhost:${hostile.port}`, path: log },
  )
  const url = page.url()
  await show('hostile/content/posts/attempts.md')
  await expect.poll(() => hostile.reports.length, { timeout: 30_000 }).toBe(1)
  const { names, framed, cookie, stayed, peer, ...tried } = hostile.reports[0] ?? {}
  expect({ names, framed, cookie, stayed }).toEqual({
    names: [],
    framed: false,
    cookie: 'served=1; mine=1',
    stayed: '/posts/attempts/',
  })
  // Suppressed dialogs return immediately; a blocked window is null.
  const harmless = /^(?:refused|passed|denied|no answer|true)/
  expect(Object.entries(tried).filter(([, answer]) => !harmless.test(String(answer)))).toEqual([])
  expect(String(peer)).not.toMatch(/srflx|relay/)
  expect(hostile.requests.filter((request) => request.cookie.includes('secret'))).toEqual([])
  await expect
    .poll(() => hostile.requests.filter(({ path }) => path === '/to-other').length)
    .toBeGreaterThan(3)
  expect(hostile.reached).toEqual([])
  await app.evaluate(({ session }) => session.defaultSession.netLog.stopLogging())
  expect(await namesLookedUp(log)).toEqual([])
  expect(page.url()).toBe(url)
  const left = await app.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().length,
    pages: webContents.getAllWebContents().map((one) => one.getURL()),
  }))
  expect(left.windows).toBe(1)
  expect(left.pages.filter((one) => !/^(?:app:|http:\/\/localhost)/.test(one))).toEqual([])
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a page that is busy, has no end or leads away holds nothing up', async () => {
  const { app, page } = shared()
  const pane = page.getByRole('region', { name: 'Preview' })
  await show('hostile/content/posts/away.md')
  await expect(pane.getByText('The page is not shown')).toBeVisible()
  await show('hostile/content/posts/endless.md')
  await expect(pane.getByText(`localhost:${hostile.port}/posts/endless/`)).toBeVisible()
  await show('hostile/content/posts/busy.md')
  await expect(pane.getByText(`localhost:${hostile.port}/posts/busy/`)).toBeVisible()
  await show('hostile/content/posts/other.md')
  await page.getByRole('button', { name: 'Page', exact: true }).click()
  await expect(page.frameLocator('iframe').locator('#post')).toContainText('other')
  await expect.poll(() => titleInView(app)).toBe(null)
})

test('a page that asks for a password, leads into the local network, closes itself, reloads or crashes', async () => {
  const { app, page } = shared()
  const pane = page.getByRole('region', { name: 'Preview' })
  for (const name of ['metadata', 'network']) {
    await show(`hostile/content/posts/${name}.md`)
    await expect(pane.getByText('The page is not shown')).toBeVisible()
  }
  await show('hostile/content/posts/password.md')
  await expect(pane.getByText('The server responded with 401.')).toBeVisible()
  await show('hostile/content/posts/closing.md')
  await expect(pane.getByText('The page closed itself.')).toBeVisible()
  await show('hostile/content/posts/reloading.md')
  await expect(pane.getByText(`localhost:${hostile.port}/posts/reloading/`)).toBeVisible()
  await show('hostile/content/posts/other.md')
  await expect.poll(() => titleInView(app)).toBe('Another page')
  await app.evaluate(({ webContents }) => {
    const [shown] = webContents.getAllWebContents().filter((one) => one.getURL().startsWith('http:'))
    shown?.forcefullyCrashRenderer()
  })
  await expect(pane.getByText('The page is not shown')).toBeVisible()
  await pane.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => titleInView(app)).toBe('Another page')
})

test('pages open in the browser, on the live site and on the server', async () => {
  const { app, page } = shared()
  if (!site.listening) await new Promise<void>((done) => site.listen(port, '127.0.0.1', done))
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
  const run = async (words: string) => {
    await page.keyboard.press('ControlOrMeta+Shift+p')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await show('blog/content/posts/a.md')
  await run('Open on the live site')
  await run('Open on the development server')
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  await expect.poll(opened).toEqual(['https://live.example/posts/a/', `http://localhost:${port}/posts/a/`])
  site.close()
  site.closeAllConnections()
  await run('Open on the development server')
  const words = `No development server is running at localhost:${port}. Start it with: hugo server`
  await expect(page.getByText(words)).toBeVisible()
  // The app quits at the end of this file while this page is busy.
  await show('hostile/content/posts/busy.md')
  await expect(page.getByText(`localhost:${hostile.port}/posts/busy/`)).toBeVisible()
})
