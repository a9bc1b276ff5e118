/// <reference types="electron-vite/node" />
import { AppError, type Envelope } from '../../shared/app-error'
import type { ReadPost, StartPostReader } from './post-reader'
import newReaderWorker from './reader-worker?nodeWorker'

interface Waiting {
  readonly resolve: (posts: readonly ReadPost[]) => void
  readonly reject: (error: Error) => void
}

/** A reader in a thread of its own: posts are read and taken apart there while others are written to the index here. */
export const startReaderThread: StartPostReader = (postsRoot, site) => {
  const worker = newReaderWorker({ workerData: { postsRoot, site } })
  const waiting: Waiting[] = []
  const fail = (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (answer: Envelope<readonly ReadPost[]>) => {
    const asked = waiting.shift()
    if (answer.ok) asked?.resolve(answer.value)
    else asked?.reject(new AppError(answer.kind, answer.message))
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new AppError('failed', 'Reading the posts stopped. Open the folder again.')))
  return {
    read: (files, now) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage({ files, now })
      }),
    close: () => void worker.terminate(),
  }
}
