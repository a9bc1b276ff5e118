/// <reference types="electron-vite/node" />

import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { AppError, type Envelope } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import newCheckWorker from './check-worker?nodeWorker'
import type { ReadRecord } from './read-record'
import type { RecordReader, StartRecordReader } from './record-reader'

interface Waiting {
  readonly resolve: (records: readonly ReadRecord[]) => void
  readonly reject: (error: Error) => void
}

const questionsEach = 2

/** Readers in threads, as many as there are processors minus `spare`. */
export const recordThreads =
  (spare: number): StartRecordReader =>
  (setup) => {
    const count = Math.max(1, availableParallelism() - spare)
    const threads = Array.from({ length: count }, () => startThread(newCheckWorker({ workerData: setup })))
    let turn = 0
    return {
      ahead: count * questionsEach,
      read: (ids) => {
        turn = (turn + 1) % count
        return threads[turn]?.read(ids) ?? Promise.resolve([])
      },
      close: () => {
        for (const thread of threads) thread.close()
      },
    }
  }

const startThread = (worker: Worker): Pick<RecordReader, 'read' | 'close'> => {
  const waiting: Waiting[] = []
  const fail = (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (answer: Envelope<readonly ReadRecord[]>) => {
    const request = waiting.shift()
    if (answer.ok) request?.resolve(answer.value)
    else request?.reject(new AppError(answer.kind, answer.message))
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new AppError('failed', t('checks.checkStopped'))))
  return {
    read: (ids) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage(ids)
      }),
    close: () => void worker.terminate(),
  }
}
