import { type BrowserWindow, powerMonitor } from 'electron'

export interface SystemEndOptions {
  /** The computer goes to sleep or the screen is locked: the battery may run out before it wakes. */
  readonly onSleep: () => void
  /** The system shuts down; it waits briefly for the app to quit. */
  readonly onShutdown: () => void
}

/** Reports when the computer is about to sleep or shut down. */
export const followSystemEnd = ({ onSleep, onShutdown }: SystemEndOptions): void => {
  powerMonitor.on('suspend', onSleep)
  powerMonitor.on('lock-screen', onSleep)
  powerMonitor.on('shutdown', (event?: { preventDefault: () => void }) => {
    event?.preventDefault()
    onShutdown()
  })
}

/** The same for Windows, where each window gets an event when the session ends. */
export const followSessionEnd = (window: BrowserWindow, onEnd: () => void): void => {
  window.on('query-session-end', onEnd)
}
