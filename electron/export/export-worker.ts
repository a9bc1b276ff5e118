import { parentPort, workerData } from 'node:worker_threads'
import { AppError, messageOf } from '../../shared/app-error'
import { type ExportAnswer, type ExportRequest, exportPost } from './export-post'

const answer = async (): Promise<ExportAnswer> => {
  try {
    return { ok: true, value: await exportPost(workerData as ExportRequest) }
  } catch (error) {
    return { ok: false, kind: error instanceof AppError ? error.kind : 'failed', message: messageOf(error) }
  }
}

parentPort?.postMessage(await answer())
