import { setImmediate } from 'node:timers/promises'
import type { PostId } from '../../../shared/posts/post'
import type { CheckThreadSetup } from './check-worker'
import { imageFinder } from './images-of-post'
import { lintRulesOf } from './lint-rules'
import { type ReadRecord, readRecord } from './read-record'

/** Reads and checks posts, for instance in threads. */
export interface RecordReader {
  /** How many requests to keep pending. */
  readonly ahead: number
  readonly read: (ids: readonly PostId[]) => Promise<readonly ReadRecord[]>
  /** Reads in the calling thread, which would only wait. */
  readonly readHere?: (ids: readonly PostId[]) => Promise<readonly ReadRecord[]>
  readonly close: () => void
}

/** Makes a reader for the posts of a site. */
export type StartRecordReader = (setup: CheckThreadSetup) => RecordReader

/** A reader that works in the calling thread. */
export const startRecordReaderHere: StartRecordReader = ({ root, postsRoot, rules, looksForImages }) => {
  const findImages = looksForImages ? imageFinder(root, rules.layout) : undefined
  const lint = lintRulesOf(root, postsRoot)
  return {
    ahead: 1,
    read: async (ids) => {
      const found = await lint
      const lintRules = found.kind === 'rules' ? found.rules : null
      return ids.map((id) => readRecord(postsRoot, id, rules, lintRules, findImages))
    },
    close: () => undefined,
  }
}

const atOnce = 40
/** So many parts may wait for an earlier one. */
const mostPending = 40

interface PendingPart {
  readonly records: Promise<readonly ReadRecord[]>
  isDone: boolean
  readonly isHere: boolean
}

/** The records of posts in the order of their ids; reads ahead while the caller uses one part. */
export async function* readRecords(
  reader: RecordReader,
  ids: readonly PostId[],
  isCancelled: () => boolean = () => false,
): AsyncGenerator<readonly ReadRecord[]> {
  const pending: PendingPart[] = []
  let at = 0
  const ask = (read: RecordReader['read'], isHere: boolean) => {
    const one: PendingPart = { records: read(ids.slice(at, at + atOnce)), isDone: false, isHere }
    at += atOnce
    pending.push(one)
    const done = () => {
      one.isDone = true
    }
    one.records.then(done, done)
  }
  const underWay = () => pending.filter(({ isDone, isHere }) => !isDone && !isHere).length
  try {
    while (at < ids.length || pending.length > 0) {
      if (isCancelled()) return
      while (underWay() < reader.ahead && at < ids.length) ask(reader.read, false)
      const [next] = pending
      if (reader.readHere && next && !next.isDone && at < ids.length && pending.length < mostPending) {
        ask(reader.readHere, true)
        await setImmediate() // lets the answers of the threads in
      } else if (next) {
        pending.shift()
        yield await next.records
      }
    }
  } finally {
    await Promise.allSettled(pending.map(({ records }) => records)) // those nobody waits for any more
  }
}
