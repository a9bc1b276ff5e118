import { createHash } from 'node:crypto'
import { mkdir, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostId } from '../../../shared/posts/post'
import type { JournalAnswer, JournalEntry, RecoveredText } from '../../../shared/posts/unsaved-text'
import { codeOf } from '../../disk/calls/codes'
import { renameHeld } from '../../disk/calls/while-held'
import { diskError, diskErrorOfOurs } from '../../disk/disk-error'
import { sweepTempFiles } from '../../disk/temp-files'
import { addToJournal, type JournalContent, readJournal, startJournal } from './journal-file'

export interface JournalOptions {
  /** A folder of its own in the user-data folder. */
  readonly folder: string
  /** Old entries beyond it are dropped when the app starts. */
  readonly mostBytes?: number
  readonly now?: () => number
}

export interface FoundJournals {
  readonly entries: readonly JournalContent[]
  readonly damaged: number
}

/** Unsaved text kept for a crash: one file a post, each change on the disk before the answer. */
export interface Journal {
  /** Never rejects: the last good entry stays whatever happens, and the answer says what happened. */
  readonly write: (site: string, id: PostId, entry: JournalEntry) => Promise<JournalAnswer>
  readonly discard: (site: string, id: PostId) => Promise<void>
  readonly read: (site: string, id: PostId) => Promise<RecoveredText | null>
  /** All entries of a site; damaged ones are set aside. */
  readonly find: (site: string) => Promise<FoundJournals>
  /** Follows a renamed post. */
  readonly move: (site: string, from: PostId, to: PostId) => Promise<void>
}

interface Written {
  readonly stretch: string
  readonly index: number
  readonly length: number
  /** Changes beyond this length are worth a new snapshot. */
  readonly limit: number
}

/** Opens the journal; what earlier sessions left is tidied first. */
export const createJournal = ({ folder, mostBytes = 1e9, now = Date.now }: JournalOptions): Journal => {
  const written = new Map<string, Written>()
  const queues = new Map<string, Promise<unknown>>()
  const tidied = tidy(folder, mostBytes)
  tidied.catch(() => undefined) // whoever needs the folder meets the error there, with words for the writer
  const pathOf = (key: string): string => join(folder, `${key}.journal`)

  /** Entries of one post follow one another. */
  const inTurn = <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(key) ?? tidied).then(run, run)
    const settled = turn.catch(() => undefined) // its caller gets the error, the next in the queue goes on
    queues.set(key, settled)
    void settled.then(() => {
      if (queues.get(key) === settled) queues.delete(key)
    })
    return turn
  }

  const writeNow = async (site: string, id: PostId, entry: JournalEntry): Promise<JournalAnswer> => {
    const key = keyOf(site, id)
    if (entry.kind === 'snapshot') {
      const length = await startJournal(pathOf(key), { site, id, writtenMs: now(), entry })
      written.set(key, { stretch: entry.stretch, index: 0, length, limit: length * 2 + 1_000_000 })
      return { kind: 'written' }
    }
    const last = written.get(key)
    const follows = last && last.stretch === entry.stretch && last.index === entry.index - 1
    if (!follows || last.length > last.limit) return { kind: 'needs-snapshot' }
    const length = await addToJournal(pathOf(key), last.length, { writtenMs: now(), entry })
    written.set(key, { ...last, index: entry.index, length })
    return { kind: 'written' }
  }

  return {
    write: (site, id, entry) =>
      inTurn(keyOf(site, id), () => writeNow(site, id, entry)).catch((error: unknown): JournalAnswer => {
        if (codeOf(error) === 'ENOENT') return { kind: 'needs-snapshot' } // somebody emptied the user-data folder
        return {
          kind: 'failed',
          message: diskErrorOfOurs(error, 'Unsaved text could not be kept safe').message,
        }
      }),
    discard: (site, id) => {
      const key = keyOf(site, id)
      return inTurn(key, () => {
        written.delete(key)
        return removeFile(pathOf(key))
      })
    },
    read: (site, id) =>
      inTurn(keyOf(site, id), async () => {
        const content = await readJournal(pathOf(keyOf(site, id)))
        return content === 'damaged' ? null : content
      }),
    find: async (site) => {
      await tidied
      const entries: JournalContent[] = []
      let damaged = 0
      for (const name of await journalsIn(folder)) {
        const content = await readJournal(join(folder, name))
        if (content === 'damaged') {
          damaged++
          await renameHeld(join(folder, name), join(folder, `${name}.damaged`))
        } else if (content?.site === site) entries.push(content)
      }
      return { entries, damaged }
    },
    move: (site, from, to) =>
      inTurn(keyOf(site, from), async () => {
        const content = await readJournal(pathOf(keyOf(site, from)))
        written.delete(keyOf(site, from))
        if (!content || content === 'damaged') return
        const { snapshot, text, writtenMs } = content
        const last = content.changes.at(-1) ?? snapshot
        const entry = { ...snapshot, text, format: last.format, caret: last.caret, undo: null }
        await startJournal(pathOf(keyOf(site, to)), { site, id: to, writtenMs, entry })
        await removeFile(pathOf(keyOf(site, from)))
      }),
  }
}

const keyOf = (site: string, id: PostId): string =>
  createHash('sha256').update(`${site}\0${id}`).digest('hex').slice(0, 40)

const journalsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.journal'))

const removeFile = async (path: string): Promise<void> => {
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw diskError(error, 'Cannot remove an entry of the journal')
  })
}

/** Keeps the folder bounded by size, newest first. Not by age: a clock that jumps must not cost a word. */
async function tidy(folder: string, mostBytes: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweepTempFiles(folder)
  const names = (await readdir(folder)).filter((name) => /\.journal(\.damaged)?$/.test(name))
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), stats: await stat(join(folder, name)) })),
  )
  files.sort((a, b) => b.stats.mtimeMs - a.stats.mtimeMs)
  let total = 0
  for (const { path, stats } of files) {
    total += stats.size
    if (total > mostBytes) await removeFile(path)
  }
}
