import { type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../../package.json'
import { messageOf } from '../../../shared/app-error'
import type { PostRecord } from '../../../shared/checks/site/post-record'
import type { PostId } from '../../../shared/posts/post'
import { codeOf } from '../../disk/calls/codes'
import type { CheckThreadSetup } from './check-worker'
import { type KeptRecord, type KeptRecords, readKept, writeKept } from './kept-records'
import { lintRulesOf } from './lint-rules'
import type { ReadRecord } from './read-record'
import { type RecordReader, type StartRecordReader, startRecordReaderHere } from './record-reader'

export interface KeptReaderOptions {
  /** The file with the records of earlier starts. */
  readonly file: string
  /** Reads the posts whose records are not kept, or are older than the post. */
  readonly start: StartRecordReader
  readonly onNote: (note: string) => void
  /** Called when the records are on the disk, or need not be written. */
  readonly onKept?: () => void
}

/** A file that has changed so recently may change again without another stamp. */
const youngMs = 2000
/** So many posts must have changed before the records are written again. */
const worthWriting = (changed: number, all: number): boolean => changed > Math.max(20, all * 0.02)

/**
 * A reader that takes the records of unchanged posts from a file. The file counts only for the same rules, settings
 * and version of the app.
 */
export const keptReader =
  ({ file, start, onNote, onKept = () => undefined }: KeptReaderOptions): StartRecordReader =>
  (setup) => {
    const key = keyOf(setup)
    const known = key
      .then((found) => readKept(file, found))
      .catch((error: unknown): KeptRecords => {
        onNote(`The records of checks are made anew: ${messageOf(error)}`)
        return new Map()
      })
    const kept = new Map<PostId, KeptRecord>()
    let inner: RecordReader | null = null
    // While the file is read, the first posts are read here, so that the first findings come at once.
    let first: RecordReader | null = startRecordReaderHere(setup)

    const fromKept = (id: PostId, stamp: string | null, records: KeptRecords): ReadRecord | null => {
      const one = records.get(id)
      if (stamp === null || one?.stamp !== stamp) return null
      kept.set(id, one)
      return { kind: 'read', record: JSON.parse(one.json) as PostRecord, facts: null }
    }

    return {
      ahead: 2,
      read: async (ids) => {
        const here = first
        first = null
        const records: KeptRecords = here ? new Map() : await known
        const stamps = ids.map((id) => stampIn(join(setup.postsRoot, id)))
        const found = ids.map((id, at) => fromKept(id, stamps[at] ?? null, records))
        const missing = ids.filter((_id, at) => found[at] === null)
        if (missing.length === 0) return found.filter((one) => one !== null)
        const reader = here ?? inner ?? start(setup)
        if (!here) inner = reader
        const news = await reader.read(missing)
        for (const [at, one] of news.entries()) {
          const stamp = stamps[ids.indexOf(missing[at] ?? '')]
          if (one.kind === 'read' && stamp)
            kept.set(one.record.id, { stamp, json: JSON.stringify(one.record) })
        }
        const rest = news[Symbol.iterator]()
        return found.flatMap((one) => one ?? rest.next().value ?? [])
      },
      close: () => {
        inner?.close()
        const write = async () => {
          const before = await known
          const changed = [...kept].filter(([id, { stamp }]) => before.get(id)?.stamp !== stamp).length
          if (kept.size < before.size * 0.9 || !worthWriting(changed, kept.size)) return
          await writeKept(file, await key, kept)
        }
        void write()
          .catch((error: unknown) => onNote(messageOf(error)))
          .then(onKept)
      },
    }
  }

/** The rules that records depend on; in development, also the time of the build. */
const keyOf = async ({ root, postsRoot, rules }: CheckThreadSetup): Promise<string> => {
  const lint = await lintRulesOf(root, postsRoot)
  const { mtimeMs, size } = statSync(import.meta.filename)
  return JSON.stringify([
    version,
    import.meta.filename,
    `${mtimeMs} ${size}`,
    rules,
    lint.kind === 'rules' ? lint.rules.stamp : '',
  ])
}

const stampIn = (path: string): string | null => {
  const stats = statsOf(path)
  const isYoung = stats !== null && Date.now() - stats.mtimeMs < youngMs
  return stats === null || isYoung ? null : `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size}`
}

/** Null if it is not there: reading it will tell why. */
const statsOf = (path: string): Stats | null => {
  try {
    return statSync(path)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null
  }
}
