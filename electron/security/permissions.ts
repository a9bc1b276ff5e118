import { app, type Session, session, shell, type WebFrameMain } from 'electron'
import { AppError } from '../../shared/app-error'
import { isOpenableLink } from '../../shared/site/link-schemes'
import { t } from '../../shared/texts/translate'
import { isSitePage, secureSitePage } from './site-session'

/** The origin of the window's own pages. */
export const appOrigin = 'app://postwright'

/** The address of the dev server under `npm run dev`; never in a packaged app. */
export const devServer = (): string | null =>
  app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null)

/** The origin of the window's pages in this run. */
export const pageOrigin = (): string => {
  const dev = devServer()
  return dev === null ? appOrigin : new URL(dev).origin
}

const isOurUrl = (url: string): boolean =>
  url.startsWith(`${appOrigin}/`) || url.startsWith(`${pageOrigin()}/`)

/** True for the main frame of our own window: frames inside it and foreign pages may not call. */
export const isOurMainFrame = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOurUrl(frame.url)

/** Opens a link in the system's browser or mail program, when its scheme is http, https or mailto. */
export const openExternal = async (url: string): Promise<void> => {
  if (!isOpenableLink(url)) {
    throw new AppError('bad-arguments', t('app.onlyWebLinks', { link: url.slice(0, 80) }))
  }
  await shell.openExternal(url)
}

/** Locks down every page of the app: no navigation, no windows, no permissions, no foreign requests. */
export const secureApp = (remoteImagesAllowed: () => boolean): void => {
  app.on('web-contents-created', (_event, contents) => {
    if (isSitePage(contents)) return secureSitePage(contents)
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!isOurUrl(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  void app.whenReady().then(() => secureSession(session.defaultSession, remoteImagesAllowed))
}

/**
 * Must run before the app is ready: no page has names of hosts looked up ahead. Such a look-up is no request, so that no
 * filter of requests, no proxy and no policy of a page sees it.
 */
export const preventNameLookups = (): void =>
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')

const secureSession = (target: Session, remoteImagesAllowed: () => boolean): void => {
  const allowed = (permission: string, url: string) =>
    permission === 'clipboard-sanitized-write' && isOurUrl(url)
  target.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowed(permission, contents.getURL())),
  )
  target.setPermissionCheckHandler((contents, permission) => allowed(permission, contents?.getURL() ?? ''))
  target.setDevicePermissionHandler(() => false)
  target.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url, resourceType }, answer) => {
    const scheme = url.slice(0, url.indexOf(':'))
    if (['app', 'asset', 'data', 'blob', 'devtools', 'chrome-extension'].includes(scheme)) return answer({})
    const dev = devServer()
    if (dev !== null && new URL(url).host === new URL(dev).host) return answer({})
    const image = scheme === 'https' && resourceType === 'image' && remoteImagesAllowed()
    answer({ cancel: !image })
  })
}
