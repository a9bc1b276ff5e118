import { type BrowserWindow, type WebContents, WebContentsView } from 'electron'
import type { CommandId } from '../../shared/commands'
import { t } from '../../shared/texts/translate'
import { createSiteSession } from '../security/site-session'
import { commandOfPressed } from './forwarded-keys'
import type { PageEvents, SitePage } from './site-view'

/** Milliseconds that a screenshot of the page may take. */
const soon = 250

const quality = 80

// Chromium's numbers: reset, refused, address unreachable, timed out, empty answer.
const unanswered: ReadonlySet<number> = new Set([-101, -102, -109, -118, -324])
const aborted = -3
/** How often an address is loaded at most. */
const attempts = 5

/**
 * Opens the view of a development server over the page of the window: sandboxed, without a preload, so it cannot call
 * main, and in a session of its own that reaches only this server.
 */
export const openSitePage = async (
  host: BrowserWindow,
  origin: string,
  events: PageEvents,
  run: (command: CommandId) => void,
): Promise<SitePage> => {
  const own = await createSiteSession({ origin, onBlocked: events.onBlocked })
  const view = new WebContentsView({
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      autoplayPolicy: 'document-user-activation-required',
    },
  })
  const contents = view.webContents
  view.setBackgroundColor('#ffffff') // the background of a page without its own color
  follow(contents, events)
  contents.on('before-input-event', (event, input) => {
    const command = commandOfPressed(input, process.platform === 'darwin')
    if (command === undefined) return
    event.preventDefault()
    host.webContents.focus()
    run(command)
  })
  const windowGone = () => events.onWindowGone()
  host.once('closed', windowGone)
  host.webContents.once('render-process-gone', windowGone)
  host.webContents.once('did-start-loading', windowGone)
  view.setVisible(false)
  host.contentView.addChildView(view)
  let awaited = ''
  return {
    load: (address) => {
      awaited = address
      void loadAddress(contents, address, () => awaited === address && !contents.isDestroyed())
    },
    reload: () => contents.reloadIgnoringCache(),
    place: ({ x, y, width, height }, zoom) => {
      const scale = host.isDestroyed() ? 1 : host.webContents.getZoomFactor()
      const [left, top] = [Math.round(x * scale), Math.round(y * scale)]
      view.setBounds({
        x: left,
        y: top,
        width: Math.round(width * scale),
        height: Math.round(height * scale),
      })
      contents.setZoomFactor(zoom * scale)
    },
    setVisible: (visible) => view.setVisible(visible),
    picture: async () => {
      if (!view.getVisible()) return null
      const late = new Promise<null>((resolve) => setTimeout(resolve, soon, null))
      const picture = await Promise.race([contents.capturePage(), late])
      return picture === null || picture.isEmpty() ? null : new Uint8Array(picture.toJPEG(quality))
    },
    focus: () => contents.focus(),
    end: () => {
      if (!host.isDestroyed()) {
        host.off('closed', windowGone)
        host.contentView.removeChildView(view)
        host.webContents.off('render-process-gone', windowGone)
        host.webContents.off('did-start-loading', windowGone)
      }
      if (contents.isDestroyed()) return
      contents.forcefullyCrashRenderer() // a busy page reacts to nothing else
      contents.close()
    },
  }
}

/** Loads an address; a few times, as a page that reloads itself keeps the next one from being shown. */
const loadAddress = async (
  contents: WebContents,
  address: string,
  isAwaited: () => boolean,
): Promise<void> => {
  const before = contents.getURL()
  let isShown = false
  const onShown = () => {
    const now = contents.getURL()
    isShown ||= now === address || now !== before // the server may redirect
  }
  contents.on('did-navigate', onShown)
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const code = await contents.loadURL(address).then(() => null, codeOf)
      // Any page that is loaded meanwhile settles the call; other failures are reported by `did-fail-load`.
      if ((code !== null && code !== aborted) || isShown || !isAwaited()) return
    }
  } finally {
    contents.off('did-navigate', onShown)
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'errno' in error ? error.errno : undefined

const follow = (contents: WebContents, events: PageEvents): void => {
  contents.on('did-navigate', (_event, address, status) => {
    if (status > 0) events.onShown(address, status)
  })
  contents.on('will-redirect', ({ url, isMainFrame, defaultPrevented }) => {
    if (isMainFrame && defaultPrevented) events.onStopped(t('preview.redirectNotShown', { url }))
  })
  contents.on('did-fail-load', (_event, code, description, address, isMainFrame) => {
    if (!isMainFrame || code === aborted) return
    if (unanswered.has(code)) events.onUnanswered()
    else events.onStopped(t('preview.addressNotShown', { address, description }))
  })
  contents.on('unresponsive', () => events.onStopped(t('preview.pageNotResponding')))
  contents.once('destroyed', () => events.onStopped(t('preview.pageClosed'))) // by `window.close()`
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') events.onStopped(t('preview.pageCrashed'))
  })
}
