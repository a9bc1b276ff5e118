import { app } from 'electron'
import { messageOf } from '../../shared/app-error'

/** A disk that does not answer must not keep the app from ending; what is not written by then is in the journal. */
const timeoutMs = 10_000

/** Ends the app only when `work` has ended, and soon after that; on macOS it stays without a window. */
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
