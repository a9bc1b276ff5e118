import { parentPort, workerData } from 'node:worker_threads'
import { AppError, type Envelope, messageOf } from '../../../shared/app-error'
import type { TextRules } from '../../../shared/checks/site/check'
import type { PostId } from '../../../shared/posts/post'
import { imageFinder } from './images-of-post'
import { lintRulesOf } from './lint-rules'
import { type ReadRecord, readRecord } from './read-record'

/** The setup of a thread that checks posts. */
export interface CheckThreadSetup {
  readonly root: string
  readonly postsRoot: string
  readonly rules: TextRules
  /** Also looks for the images of the posts. */
  readonly looksForImages?: boolean
}

const { root, postsRoot, rules, looksForImages = false } = workerData as CheckThreadSetup
const lint = await lintRulesOf(root, postsRoot)
const findImages = looksForImages ? imageFinder(root, rules.layout) : undefined
const lintRules = lint.kind === 'rules' ? lint.rules : null

const answerTo = (ids: readonly PostId[]): Envelope<readonly ReadRecord[]> => {
  try {
    return { ok: true, value: ids.map((id) => readRecord(postsRoot, id, rules, lintRules, findImages)) }
  } catch (error) {
    return { ok: false, kind: error instanceof AppError ? error.kind : 'failed', message: messageOf(error) }
  }
}

parentPort?.on('message', (ids: readonly PostId[]) => parentPort?.postMessage(answerTo(ids)))
