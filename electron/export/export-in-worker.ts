/// <reference types="electron-vite/node" />
import { AppError, type Envelope } from '../../shared/app-error'
import type { ExportedPost, ExportPost } from './export-post'
import newExportWorker from './export-worker?nodeWorker'

/** What the worker sends back: an error keeps its kind, which a thread would lose. */
export type ExportAnswer = Envelope<ExportedPost>

/** Makes the page in a thread of its own, so that the window stays awake while a long post is exported. */
export const exportPostInWorker: ExportPost = (request) =>
  new Promise((resolve, reject) => {
    const worker = newExportWorker({ workerData: request })
    worker.once('message', (answer: ExportAnswer) => {
      if (answer.ok) resolve(answer.value)
      else reject(new AppError(answer.kind, answer.message))
    })
    worker.once('error', reject)
    worker.once('exit', (code) =>
      // After an answer this changes nothing.
      reject(new AppError('failed', `The export stopped before it was done (exit code ${code}). Try again.`)),
    )
  })
