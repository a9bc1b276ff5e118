import type { ToLibrary } from './library-messages'
import { serveLibrary } from './library-server'
import { startReaderThreads } from './reader-thread'

// The entry of the utility process: main is at the other end of the parent port, and there is nothing else here.
const port = process.parentPort
const receive = serveLibrary(
  (message) => port.postMessage(message),
  () => setImmediate(() => process.exit(0)),
  startReaderThreads,
)
port.on('message', ({ data }) => receive(data as ToLibrary))
