import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { DrawingPort } from '../assets/thumbnails/drawing'
import type { FromDraw } from '../assets/thumbnails/drawing-messages'

/** Starts the process that draws thumbnails. */
export const forkDrawing = (): DrawingPort => {
  const child = utilityProcess.fork(join(import.meta.dirname, 'thumbnail-process.js'), [], {
    serviceName: 'Postwright thumbnails',
  })
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromDraw)),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}
