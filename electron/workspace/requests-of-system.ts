import { app } from 'electron'
import { type OpenRequests, requestsOfInstance } from './open-requests'

/**
 * Queues requests of the system and of other instances. Call it before the app is ready: on macOS the file that the app
 * was started with arrives as an early event.
 */
export const followRequests = (requests: OpenRequests): void => {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    requests.add([{ kind: 'path', path }])
    requests.tell()
  })
  app.on('second-instance', (_event, _argv, _cwd, sent) => {
    requests.add(requestsOfInstance(sent))
    requests.tell()
  })
  app.on('activate', (_event, hasWindows) => {
    if (!hasWindows) requests.tell()
  })
}
