import { type BrowserWindow, powerMonitor } from 'electron'

export interface SystemEndOptions {
  /** The computer goes to sleep or the screen is locked: the battery may be empty before it wakes. */
  readonly onSleep: () => void
  /** The system ends; it waits a little for the app to quit. */
  readonly onShutdown: () => void
}

/** Tells when the computer is about to sleep or to end. */
export const followSystemEnd = ({ onSleep, onShutdown }: SystemEndOptions): void => {
  powerMonitor.on('suspend', onSleep)
  powerMonitor.on('lock-screen', onSleep)
  powerMonitor.on('shutdown', (event?: { preventDefault: () => void }) => {
    event?.preventDefault()
    onShutdown()
  })
}

/** The same for Windows, which tells its windows that the session ends. */
export const followSessionEnd = (window: BrowserWindow, onEnd: () => void): void => {
  window.on('query-session-end', onEnd)
}
