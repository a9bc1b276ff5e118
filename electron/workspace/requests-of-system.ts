import { app } from 'electron'
import { type OpenRequests, requestsOfInstance } from './open-requests'

/**
 * Puts what the system and other instances ask for on the queue. To be called before the app is ready: macOS names the
 * file that the app was started with by an event, which nobody hears later.
 */
export const followRequests = (requests: OpenRequests, onAsked: () => void): void => {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    requests.add([{ kind: 'path', path }])
    onAsked()
  })
  app.on('second-instance', (_event, _argv, _cwd, sent) => {
    requests.add(requestsOfInstance(sent))
    onAsked()
  })
  app.on('activate', (_event, hasWindows) => {
    if (!hasWindows) onAsked()
  })
}
