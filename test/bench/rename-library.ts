import type { FromLibrary, ToLibrary } from '../../electron/library/process/messages'
import { serveLibrary } from '../../electron/library/process/server'

// The library process, as Electron starts it.
const send = (message: FromLibrary) => void process.send?.(message)
const receive = serveLibrary(send, () => process.disconnect())
process.on('message', (message) => receive(message as ToLibrary))
