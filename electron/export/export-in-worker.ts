/// <reference types="electron-vite/node" />

import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import type { ExportAnswer, ExportPost } from './export-post'
import newExportWorker from './export-worker?nodeWorker'

/** Renders the page in a thread of its own: the window stays responsive, and a slow export can be stopped. */
export const exportPostInWorker: ExportPost = (request, signal) =>
  new Promise((resolve, reject) => {
    const worker = newExportWorker({ workerData: request })
    const stop = () => {
      reject(new AppError('cancelled', t('preview.exportStopped')))
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', (answer: ExportAnswer) => {
      if (answer.ok) resolve(answer.value)
      else reject(new AppError(answer.kind, answer.message))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      // No effect after an answer.
      reject(new AppError('failed', t('preview.exportFailed', { code })))
    })
  })
