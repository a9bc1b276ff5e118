import { type Session, session, type WebContents } from 'electron'
import { createCounter } from '../../shared/base/counter'
import { isLoopbackHost, portOf } from '../../shared/site/loopback'
import { t } from '../../shared/texts/translate'

/** The server of a session, and a listener for blocked requests. */
export interface SiteSessionOptions {
  /** The origin of the development server, on this computer. */
  readonly origin: string
  /** Called when a request is blocked, with its host, or its scheme if it has none. */
  readonly onBlocked: (host: string) => void
}

// Nothing listens there. Connections that bypass the request filter, such as preconnects, end here.
const nowhere = '127.0.0.1:9'
const direct = '<-loopback>;localhost;*.localhost;127.0.0.0/8;[::1]'

/** The live reload of Jekyll and Vite uses ports of its own. */
const reloadPorts = new Set(['35729', '24678'])

const origins = new WeakMap<Session, string>()
const nextSession = createCounter()

/** Creates the session for one site's development server: in memory, without other cookies, closed to other servers. */
export const createSiteSession = async ({ origin, onBlocked }: SiteSessionOptions): Promise<Session> => {
  const own = session.fromPartition(`site-${nextSession()}`) // without `persist:` nothing of it reaches the disk
  origins.set(own, origin)
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  if (process.platform !== 'darwin') own.setSpellCheckerLanguages([]) // otherwise a dictionary is downloaded
  own.setSpellCheckerEnabled(false)
  // Development servers have self-signed certificates.
  own.setCertificateVerifyProc(({ hostname }, answer) => answer(isLoopbackHost(hostname) ? 0 : -2))
  own.on('will-download', (event) => event.preventDefault())
  own.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const cancel = !(resourceType === 'mainFrame' ? isOfServer(url, origin) : mayLoad(url, origin))
    if (cancel) onBlocked(hostOf(url))
    answer({ cancel })
  })
  own.webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    const names = Object.keys(requestHeaders).map((name) => name.toLowerCase())
    // A service worker would answer instead of the server, without the headers set below.
    answer({ cancel: names.includes('service-worker') })
  })
  own.webRequest.onHeadersReceived(({ responseHeaders, resourceType }, answer) => {
    if (resourceType !== 'mainFrame' && resourceType !== 'subFrame') return answer({})
    answer({
      responseHeaders: {
        ...responseHeaders,
        'Content-Security-Policy': policiesOf(responseHeaders),
        'X-DNS-Prefetch-Control': ['off'],
      },
    })
  })
  await own.setProxy({ proxyRules: nowhere, proxyBypassRules: direct })
  return own
}

/** No windows, dialogs, downloads or WebRTC, whatever the page says. */
const sitePolicy = "sandbox allow-scripts allow-same-origin allow-forms; webrtc 'block'"

const policiesOf = (headers: Record<string, string[]> = {}): string[] => [
  ...Object.entries(headers).flatMap(([name, values]) =>
    name.toLowerCase() === 'content-security-policy' ? values : [],
  ),
  sitePolicy,
]

/** Whether an address is one of the server's own pages. */
const isOfServer = (address: string, origin: string): boolean => {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return (
    /^https?:$/.test(url.protocol) && isLoopbackHost(url.hostname) && portOf(url) === portOf(new URL(origin))
  )
}

const mayLoad = (address: string, origin: string): boolean => {
  if (/^(?:data|blob|about):/i.test(address)) return true
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (!/^(?:https?|wss?):$/.test(url.protocol) || !isLoopbackHost(url.hostname)) return false
  return portOf(url) === portOf(new URL(origin)) || reloadPorts.has(portOf(url))
}

const hostOf = (address: string): string => {
  if (!URL.canParse(address)) return t('preview.unreadableAddress')
  const { host, protocol } = new URL(address)
  return (host || protocol).slice(0, 100)
}

/** Whether contents show a site's development server. */
export const isSitePage = ({ session: own }: WebContents): boolean => origins.has(own)

/** Keeps a page of a development server on that server, without windows, devices, certificates and dialogs. */
export const secureSitePage = (contents: WebContents): void => {
  const origin = origins.get(contents.session) ?? ''
  const stay = (event: {
    readonly url: string
    readonly isMainFrame: boolean
    preventDefault: () => void
  }) => {
    if (!(event.isMainFrame ? isOfServer(event.url, origin) : mayLoad(event.url, origin)))
      event.preventDefault()
  }
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-prevent-unload', (event) => event.preventDefault()) // it closes anyway
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.on('select-client-certificate', (event, _url, _certificates, choose) => {
    event.preventDefault()
    ;(choose as () => void)() // none
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
