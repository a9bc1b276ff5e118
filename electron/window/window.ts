import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Settings } from '../../shared/settings'
import { appOrigin, devServer } from '../security/permissions'
import type { WindowBounds } from '../workspace/app-state'

/** What the window needs to know and to tell. */
export interface WindowOptions {
  readonly bounds: WindowBounds
  readonly settings: Settings
  readonly onBounds: (bounds: WindowBounds) => void
  /** Asked when the window wants to close; true lets it, false keeps it open for now. */
  readonly mayClose: () => boolean
}

/** Opens the one window, on the bounds it had, sandboxed, painted in the theme's colour from its first frame. */
export const createWindow = ({ bounds, settings, onBounds, mayClose }: WindowOptions): BrowserWindow => {
  nativeTheme.themeSource = settings.theme
  const window = new BrowserWindow({
    ...visibleBounds(bounds),
    minWidth: 560,
    minHeight: 400,
    show: false,
    title: 'Postwright',
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
  window.webContents.session.setSpellCheckerEnabled(settings.spellcheck)
  window.once('ready-to-show', () => {
    if (bounds.maximized) window.maximize()
    window.show()
  })
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

/** The bounds, without their place when no display shows it any more. */
const visibleBounds = ({ x, y, width, height }: WindowBounds) => {
  if (x === undefined || y === undefined) return { width, height }
  const { workArea } = screen.getDisplayMatching({ x, y, width, height })
  const overlaps =
    x < workArea.x + workArea.width &&
    x + width > workArea.x &&
    y >= workArea.y - 8 &&
    y < workArea.y + workArea.height
  return overlaps ? { x, y, width, height } : { width, height }
}
