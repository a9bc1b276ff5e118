import { app } from 'electron'
import { messageOf } from '../../shared/app-error'

/** An unresponsive disk must not keep the app from quitting; unwritten text is in the journal. */
const timeoutMs = 10_000

/** Quits the app when `work` is done or times out; on macOS the app stays without a window. */
export const followQuitting = (
  onQuitting: () => void,
  work: () => readonly Promise<unknown>[],
  log: (note: string) => void,
): void => {
  app.on('before-quit', onQuitting)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    const patient = new Promise((resolve) => setTimeout(resolve, timeoutMs))
    void Promise.race([Promise.all(work()), patient])
      .catch((error: unknown) => log(messageOf(error)))
      .finally(() => app.exit(0))
  })
}
