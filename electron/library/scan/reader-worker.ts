import { parentPort, workerData } from 'node:worker_threads'
import { AppError, type Envelope, messageOf } from '../../../shared/app-error'
import type { SiteLayout } from '../../../shared/site/site-layout'
import type { PostFile } from '../files/walk-posts'
import { type ReadPost, readPostFile } from '../index/post-reader'
import { WordBuffer } from '../words/word-buffer'

// A thread that reads posts for the library; it keeps nothing of earlier posts.
const { postsRoot, site } = workerData as { readonly postsRoot: string; readonly site: SiteLayout }
const room = new WordBuffer()

interface Question {
  readonly files: readonly PostFile[]
  readonly now: number
  /** Memory of earlier answers, to be reused. */
  readonly rooms: readonly ArrayBuffer[]
}

const answerTo = ({ files, now, rooms }: Question): Envelope<ReadPost[]> => {
  room.reuse(rooms)
  try {
    return { ok: true, value: files.map((file) => readPostFile(postsRoot, file, site, now, room)) }
  } catch (error) {
    return { ok: false, kind: error instanceof AppError ? error.kind : 'failed', message: messageOf(error) }
  }
}

parentPort?.on('message', (question) => {
  const answer = answerTo(question)
  parentPort?.postMessage(answer, room.release())
})
