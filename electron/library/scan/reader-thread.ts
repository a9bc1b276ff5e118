/// <reference types="electron-vite/node" />

import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { AppError, type Envelope } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import type { PostFile } from '../files/walk-posts'
import type { ReadPost, StartPostReader } from '../index/post-reader'
import newReaderWorker from './reader-worker?nodeWorker'

interface Waiting {
  readonly resolve: (posts: readonly ReadPost[]) => void
  readonly reject: (error: Error) => void
}

/** More threads would read faster than one thread can write to the index. */
const maxThreads = 3
/** Pending requests per thread, so that it never waits for the next one. */
const questionsEach = 3

/**
 * Readers in threads: posts are read and parsed there while others are written to the index here. One core is left for
 * the index and one for the window.
 */
export const startReaderThreads: StartPostReader = (postsRoot, site) => {
  const count = Math.min(maxThreads, Math.max(1, availableParallelism() - 2))
  const threads = Array.from({ length: count }, () =>
    startThread(newReaderWorker({ workerData: { postsRoot, site } })),
  )
  let turn = 0
  const rooms: ArrayBuffer[] = []
  return {
    ahead: count * questionsEach,
    read: (files, now) => {
      turn = (turn + 1) % count
      return threads[turn]?.read(files, now, rooms.splice(0)) ?? Promise.resolve([])
    },
    done: (posts) => {
      for (const post of posts) if (post && rooms.at(-1) !== post.body.buffer) rooms.push(post.body.buffer)
    },
    close: () => {
      for (const thread of threads) thread.close()
    },
  }
}

interface Thread {
  readonly read: (
    files: readonly PostFile[],
    now: number,
    rooms: readonly ArrayBuffer[],
  ) => Promise<readonly ReadPost[]>
  readonly close: () => void
}

const startThread = (worker: Worker): Thread => {
  const waiting: Waiting[] = []
  const fail = (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (answer: Envelope<readonly ReadPost[]>) => {
    const request = waiting.shift()
    if (answer.ok) request?.resolve(answer.value)
    else request?.reject(new AppError(answer.kind, answer.message))
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new AppError('failed', t('library.readingStopped'))))
  return {
    read: (files, now, rooms) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage({ files, now, rooms }, rooms)
      }),
    close: () => void worker.terminate(),
  }
}
