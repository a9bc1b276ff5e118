import { calls } from '../../shared/ipc/contract'
import { expect, sharedApp, test } from './app'

const shared = sharedApp(async () => ({}))

test('the page has no Node, and its api is the contract and nothing else', async () => {
  const { app, page } = shared()
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'global', 'Buffer'].filter((name) => name in globalThis),
    names: Object.keys((globalThis as unknown as { api: object }).api).sort(),
  }))
  expect(found.node).toEqual([])
  const contract = Object.keys(calls).filter((name) => name !== 'openPath')
  expect(found.names).toEqual([...contract, 'on', 'openDropped'].sort())

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  expect(preferences.webviewTag).not.toBe(true)
})

test('every call of the contract has a handler, and refuses wrong arguments aloud', async () => {
  const { page } = shared()
  const answers = await page.evaluate(async () => {
    type Call = (...args: unknown[]) => Promise<{ ok: boolean; kind?: string }>
    const {
      on: _on,
      openDropped: _drop,
      ...api
    } = (globalThis as unknown as { api: Record<string, Call> }).api
    const wrong = { not: 'an argument of any call' }
    return Promise.all(
      Object.entries(api).map(async ([name, call]) => [
        name,
        (await call(wrong, wrong, wrong, wrong, wrong)).kind,
      ]),
    )
  })
  expect(Object.fromEntries(answers)).toEqual(
    Object.fromEntries(answers.map(([name]) => [name, 'bad-arguments'])),
  )
})

test('injected scripts do not run and nothing leads away', async () => {
  const { app, page } = shared()
  const before = page.url()
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const remote = document.createElement('script')
    remote.src = 'https://example.org/x.js'
    document.body.append(remote)
    const opened = window.open('https://example.org')
    const link = document.createElement('a')
    link.href = 'https://example.org/elsewhere'
    document.body.append(link)
    link.click()
    const form = document.createElement('form')
    form.action = 'https://example.org/form'
    document.body.append(form)
    form.submit()
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/frame'
    document.body.append(frame)
    location.href = 'https://example.org/location'
    await new Promise((done) => setTimeout(done, 300))
    return { injected: 'injected' in window, opened: opened !== null }
  })
  expect(ran).toEqual({ injected: false, opened: false })
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('own protocols serve their own folder only, and files are out of reach', async () => {
  const { page } = shared()
  const statuses = await page.evaluate(async () => {
    const tried = [
      'file:///etc/passwd',
      'app://postwright/..%2f..%2fpackage.json',
      'app://postwright/%2e%2e/main/main.js',
      'app://postwright/../main/main.js',
      'app://elsewhere/index.html',
      'asset://site/x?ref=..%2f..%2f..%2fetc%2fpasswd',
      'asset://site/x?ref=%2fetc%2fpasswd',
      'asset://elsewhere/x?ref=y.png',
      'https://example.org/',
    ]
    return Promise.all(
      tried.map((url) =>
        fetch(url).then(
          (answer) => answer.status,
          () => 'refused',
        ),
      ),
    )
  })
  for (const status of statuses) expect(status === 'refused' || Number(status) >= 400).toBe(true)
})

test('permissions are denied', async () => {
  const { page } = shared()
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    return Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    )
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})
