import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen, session } from 'electron'
import { productName } from '../../shared/product-name'
import type { Settings } from '../../shared/settings'
import { appOrigin, devServer } from '../security/permissions'
import type { WindowBounds } from '../workspace/app-state'
import { applySpelling } from './spelling'
import { boundsOnScreens } from './window-bounds'

/** The options and listeners of the window. */
export interface WindowOptions {
  readonly bounds: WindowBounds
  readonly settings: Settings
  readonly onBounds: (bounds: WindowBounds) => void
  /** Whether the window may close now. */
  readonly mayClose: () => boolean
}

const timeoutMs = 4000

/** Opens the window at its last bounds, sandboxed, with the theme's color from its first frame. */
export const createWindow = ({ bounds, settings, onBounds, mayClose }: WindowOptions): BrowserWindow => {
  nativeTheme.themeSource = settings.theme
  applySpelling(session.defaultSession, settings, null)
  const window = new BrowserWindow({
    ...boundsOnScreens(
      bounds,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: 560,
    minHeight: 400,
    show: false,
    title: productName,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171614' : '#fbfaf8',
    ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' as const } : {}),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
    },
  })
  const show = () => {
    clearTimeout(shownAnyway)
    if (window.isDestroyed() || window.isVisible()) return
    if (bounds.maximized) window.maximize()
    window.show()
  }
  // Shows the window even if the page draws nothing.
  const shownAnyway = setTimeout(show, timeoutMs)
  window.once('ready-to-show', show)
  const remember = () => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    onBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  window.on('resized', remember)
  window.on('moved', remember)
  window.on('close', (event) => {
    if (!mayClose()) return event.preventDefault()
    remember()
  })
  void window.loadURL(devServer() ?? `${appOrigin}/index.html`)
  return window
}
