import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, Menu } from 'electron'
import { messageOf } from '../shared/app-error'
import type { CommandId } from '../shared/commands'
import { createThumbnails } from './assets/thumbnails'
import { createHandlers } from './handlers/create-handlers'
import { createLog } from './log'
import { emit, handleCalls } from './security/ipc'
import { isOurMainFrame, secureApp } from './security/permissions'
import { handleProtocols, registerSchemes } from './security/protocols'
import { siteAssets } from './security/site-assets'
import { createCloseGuard } from './window/close-guard'
import { addContextMenu } from './window/context-menu'
import { buildMenu } from './window/menu'
import { createPageCrash } from './window/page-crash'
import { followSessionEnd, followSystemEnd } from './window/system-end'
import { createWindow } from './window/window'
import { loadAppState } from './workspace/app-state'
import { type LaunchArguments, readLaunchArguments } from './workspace/launch-arguments'
import { prepareLibrary, startLibrary } from './workspace/library-host'
import { copySampleBlog, shippedFolder } from './workspace/sample-blog'
import { createWorkspace } from './workspace/workspace'

app.setName('Postwright')
const unpackaged = process.defaultApp === true
const asked = readLaunchArguments(process.argv, unpackaged, process.cwd())

if (app.requestSingleInstanceLock({ ...asked })) {
  registerSchemes()
  void start().catch((error: unknown) => {
    dialog.showErrorBox('Postwright could not start', messageOf(error))
    app.exit(1)
  })
} else {
  app.quit() // the instance that runs already has been handed the arguments
}

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const state = await loadAppState(userData)
  const shipped = shippedFolder(import.meta.dirname)
  const log = createLog(app.getPath('logs'))
  const early: string[] = []
  let window: BrowserWindow | null = null

  const report = (error: unknown) => tell('error', messageOf(error))
  const tell = (kind: 'info' | 'warning' | 'error', text: string) => {
    if (window && pageStarted) emit(window, 'notice', { kind, text })
    else early.push(text)
  }
  let pageStarted = false

  const workspace = createWorkspace({
    state,
    startLibrary: (site) => startLibrary(site, userData, () => window, log),
    report,
  })
  secureApp(() => state.settings.value().remoteImages.includes(workspace.site()?.name ?? ''))

  const openSample = async () => workspace.open(await copySampleBlog(shipped, sampleParent()))
  const open = ({ path, sample }: LaunchArguments) => {
    if (path !== null) return workspace.open(path)
    return sample ? openSample() : workspace.opened()
  }
  const openFirst = once(async () => {
    const last = state.session.value().lastFolder
    try {
      if (asked.path !== null || asked.sample) return await open(asked)
      return last === null ? workspace.opened() : await workspace.open(last)
    } catch (error) {
      report(error)
      return workspace.opened()
    }
  })
  // The page leaves its folder first, its text made safe; only then is another one opened.
  let handed: LaunchArguments = { path: null, sample: false }
  const openLater = (wanted: LaunchArguments) => {
    handed = wanted
    if (wanted.path !== null || wanted.sample) emit(window, 'openRequested', null)
  }

  const thumbnails = createThumbnails({
    folder: join(userData, 'thumbnails'),
    draw: (image) => emit(window, 'thumbnailWanted', image),
    note: log,
  })

  await app.whenReady()
  prepareLibrary()
  handleProtocols(join(import.meta.dirname, '../renderer'), siteAssets(workspace.site, thumbnails, log), log)

  const closeGuard = createCloseGuard({
    askPage: () => emit(window, 'closeRequested', null),
    closeWindow: () => window?.close(),
    quitApp: () => app.quit(),
    askWhetherToForce,
    setEdited: (edited) => window?.setDocumentEdited(edited),
  })

  const { handlers, settled } = createHandlers({
    state,
    workspace,
    closeGuard,
    thumbnails,
    log,
    userData,
    version: versionOf(shipped),
    window: () => {
      if (!window) throw new Error('There is no window.')
      return window
    },
    openFirst: async () => {
      const opened = await openFirst()
      pageStarted = true
      // A page that was reloaded asks again: the folder may have changed since the start.
      return workspace.site() ? workspace.opened(opened.openPost) : opened
    },
    openSample,
    openHanded: async () => open(handed),
    takeNotices: () => early.splice(0),
  })
  handleCalls(handlers, isOurMainFrame)

  const run = (command: CommandId) => emit(window, 'command', command)
  Menu.setApplicationMenu(buildMenu(run, !app.isPackaged))

  const goingToSleep = () => emit(window, 'sleepComing', null)
  followSystemEnd({ onSleep: goingToSleep, onShutdown: () => app.quit() })

  const openWindow = () => {
    const created = createWindow({
      bounds: state.session.value().window,
      settings: state.settings.value(),
      onBounds: (bounds) => {
        state.session.set({ ...state.session.value(), window: bounds }).catch(report)
      },
      mayClose: closeGuard.mayClose,
    })
    addContextMenu(created)
    const pageCrashed = createPageCrash({
      restart: () => {
        early.push('The window stopped working and was started again. Unsaved text was kept and is back.')
        // Not while Chromium is still busy with the dead page: that would take the whole app down.
        setTimeout(() => {
          if (!created.isDestroyed()) created.webContents.reload()
        })
      },
      askWhetherToRestart,
      quit: () => app.quit(),
    })
    created.webContents.on('render-process-gone', (_event, { reason }) => {
      closeGuard.pageGone()
      pageStarted = false
      if (reason !== 'clean-exit' && !created.isDestroyed()) void pageCrashed().catch(report)
    })
    followSessionEnd(created, goingToSleep)
    created.on('closed', () => {
      window = null
      closeGuard.windowClosed()
    })
    window = created
  }
  openWindow()

  app.on('second-instance', (_event, _argv, _cwd, handed) => {
    if (!window) openWindow()
    if (window?.isMinimized()) window.restore()
    window?.focus()
    openLater(handed as LaunchArguments)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openLater({ path, sample: false })
  })
  app.on('activate', () => {
    if (!window) openWindow()
  })
  app.on('before-quit', closeGuard.quitting)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    // The library's process ends by itself, its watcher and its database closed, before its parent is gone.
    const ended = [workspace.close(), settled(), state.settings.idle(), state.session.idle()]
    void Promise.all(ended)
      .catch((error: unknown) => log(messageOf(error)))
      .finally(() => app.exit(0))
  })
}

/** Documents where there is such a folder, else the folder for temporary files. */
function sampleParent(): string {
  try {
    return app.getPath('documents')
  } catch {
    return app.getPath('temp') // a bare account has no documents folder
  }
}

/** The app's own version: Electron answers its own when the app is started from its source. */
function versionOf(shipped: string): string {
  const about: unknown = JSON.parse(readFileSync(join(shipped, '../package.json'), 'utf8'))
  return String((about as { version: unknown }).version)
}

async function askWhetherToForce(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'The window does not answer',
    detail: 'Text typed up to the last second is kept and comes back at the next start.',
    buttons: ['Wait', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

async function askWhetherToRestart(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'The window stopped working again',
    detail: 'Unsaved text is kept and comes back when the window works again, or at the next start.',
    buttons: ['Start it again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null
  return () => {
    result ??= work()
    return result
  }
}
