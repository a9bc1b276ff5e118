import { app, type BrowserWindow } from 'electron'
import type { CommandId } from '../../shared/commands'
import type { EventName, Payload } from '../../shared/ipc/contract'
import { t } from '../../shared/texts/translate'
import { openDiagramPage } from '../diagrams/diagram-page'
import { createDiagrams, type Diagrams } from '../diagrams/diagrams'
import { emit } from '../security/ipc'
import type { AppState } from '../workspace/app-state'
import { type CloseGuard, createCloseGuard } from './close-guard'
import { addContextMenu } from './context-menu'
import { createNotices, type Notices } from './notices'
import { createPageCrash } from './page-crash'
import { askWhetherToForce, askWhetherToRestart } from './questions'
import { followSessionEnd } from './system-end'
import { createWindow } from './window'

/** The main window, which may be closed and reopened while the app runs. */
export interface MainWindow {
  /** Opens the window or brings it to the front. */
  readonly show: () => void
  /** The open window; throws if there is none. */
  readonly need: () => BrowserWindow
  readonly current: () => BrowserWindow | null
  /** Sends an event to the page; a closed page is not an error. */
  readonly send: <N extends EventName>(name: N, payload: Payload<N>) => void
  /** Runs a command in the page, opening a window if necessary. */
  readonly run: (command: CommandId) => void
  /** The page has started and is listening. Returns the commands that are waiting for it. */
  readonly pageStarted: () => readonly CommandId[]
  readonly isListening: () => boolean
  readonly closeGuard: CloseGuard
  readonly diagrams: Diagrams
  readonly notices: Notices
}

/** Creates the main window's controller; there is no window yet. */
export const createMainWindow = ({ settings, session }: AppState): MainWindow => {
  let window: BrowserWindow | null = null
  let listening = false
  let waiting: CommandId[] = []

  const send: MainWindow['send'] = (name, payload) => emit(window, name, payload)
  const notices = createNotices((notice) => {
    if (listening) send('notice', notice)
    return listening && window !== null
  })
  const closeGuard = createCloseGuard({
    askPage: () => send('closeRequested', null),
    closeWindow: () => window?.close(),
    quitApp: () => app.quit(),
    askWhetherToForce,
    setEdited: (edited) => window?.setDocumentEdited(edited),
  })

  const diagrams = createDiagrams({ open: openDiagramPage })

  const open = (): void => {
    const created = createWindow({
      bounds: session.value().window,
      settings: settings.value(),
      onBounds: (bounds) => {
        session.set({ ...session.value(), window: bounds }).catch(notices.report)
      },
      mayClose: closeGuard.mayClose,
    })
    addContextMenu(created)
    restartDeadPage(created, notices, () => {
      closeGuard.pageGone()
      listening = false
    })
    followSessionEnd(created, () => send('sleepComing', null))
    created.on('enter-full-screen', () => send('fullScreenChanged', true))
    created.on('leave-full-screen', () => {
      created.setMenuBarVisibility(true) // hidden in the text-only full screen
      send('fullScreenChanged', false)
    })
    created.on('closed', () => {
      diagrams.close()
      window = null
      listening = false
      closeGuard.windowClosed()
    })
    window = created
  }

  const show = (): void => {
    if (window === null) {
      open()
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
  }

  return {
    show,
    current: () => window,
    need: () => {
      if (!window) throw new Error('There is no window.')
      return window
    },
    send,
    run: (command) => {
      if (listening) return send('command', command)
      waiting.push(command)
      show()
    },
    pageStarted: () => {
      listening = true
      const commands = waiting
      waiting = []
      return commands
    },
    isListening: () => listening,
    closeGuard,
    diagrams,
    notices,
  }
}

const restartDeadPage = (window: BrowserWindow, notices: Notices, onGone: () => void): void => {
  const pageCrashed = createPageCrash({
    restart: () => {
      const text = t('app.windowReopened')
      notices.tell({ kind: 'warning', text })
      // Not while Chromium is still handling the crashed page: that would crash the app.
      setTimeout(() => {
        if (!window.isDestroyed()) window.webContents.reload()
      })
    },
    askWhetherToRestart,
    quit: () => app.quit(),
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    onGone()
    if (reason !== 'clean-exit' && !window.isDestroyed()) void pageCrashed().catch(notices.report)
  })
}
