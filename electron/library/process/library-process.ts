import { availableParallelism } from 'node:os'
import { recordThreads } from '../checks/record-threads'
import { startReaderThreads } from '../scan/reader-thread'
import type { ToLibrary } from './messages'
import { serveLibrary } from './server'

// The entry point of the utility process; main is at the other end of the parent port.
const port = process.parentPort
const receive = serveLibrary(
  (message) => port.postMessage(message),
  () => setImmediate(() => process.exit(0)),
  { posts: startReaderThreads, records: recordThreads(availableParallelism() - 1) },
)
port.on('message', ({ data }) => receive(data as ToLibrary))
