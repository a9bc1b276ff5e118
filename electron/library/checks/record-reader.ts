import type { PostId } from '../../../shared/posts/post'
import type { CheckThreadSetup } from './check-worker'
import { lintRulesOf } from './lint-rules'
import { type ReadRecord, readRecord } from './read-record'

/** Reads and checks posts, for instance in threads. */
export interface RecordReader {
  /** How many requests to keep pending. */
  readonly ahead: number
  readonly read: (ids: readonly PostId[]) => Promise<readonly ReadRecord[]>
  readonly close: () => void
}

/** Makes a reader for the posts of a site. */
export type StartRecordReader = (setup: CheckThreadSetup) => RecordReader

/** A reader that works in the calling thread. */
export const startRecordReaderHere: StartRecordReader = ({ root, postsRoot, rules }) => {
  const lint = lintRulesOf(root, postsRoot)
  return {
    ahead: 1,
    read: async (ids) => {
      const found = await lint
      const lintRules = found.kind === 'rules' ? found.rules : null
      return ids.map((id) => readRecord(postsRoot, id, rules, lintRules))
    },
    close: () => undefined,
  }
}

const atOnce = 40

/** The records of posts in the order of their ids; reads ahead while the caller uses one part. */
export async function* readRecords(
  reader: RecordReader,
  ids: readonly PostId[],
  isCancelled: () => boolean = () => false,
): AsyncGenerator<readonly ReadRecord[]> {
  const pending: Promise<readonly ReadRecord[]>[] = []
  try {
    for (let at = 0; at < ids.length || pending.length > 0; ) {
      if (isCancelled()) return
      while (pending.length < reader.ahead && at < ids.length) {
        pending.push(reader.read(ids.slice(at, at + atOnce)))
        at += atOnce
      }
      const next = pending.shift()
      if (next) yield await next
    }
  } finally {
    await Promise.allSettled(pending) // those that are no longer needed
  }
}
