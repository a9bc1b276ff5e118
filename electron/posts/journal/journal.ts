import { mkdir, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import type { PostId, Revision } from '../../../shared/posts/post'
import type { JournalAnswer, JournalEntry } from '../../../shared/posts/unsaved-text'
import { t } from '../../../shared/texts/translate'
import { codeOf } from '../../disk/calls/codes'
import { renameHeld } from '../../disk/calls/while-held'
import { diskError, diskErrorOfOurs } from '../../disk/disk-error'
import { inTurn, type Turns } from '../../disk/in-turn'
import { postKey } from '../../disk/post-key'
import { sweepTempFiles } from '../../disk/temp-files'
import { addToJournal, type JournalContent, readJournal, startJournal } from './journal-file'

export interface JournalOptions {
  /** A folder of its own in the user-data folder. */
  readonly folder: string
  /** Old entries beyond it are dropped when the app starts. */
  readonly mostBytes?: number
  readonly now?: () => number
}

interface FoundJournals {
  readonly entries: readonly JournalContent[]
  /** Set aside. */
  readonly damaged: number
  /** Of a newer version of the app, left alone. */
  readonly newer: number
}

/** Unsaved text kept for a crash: one file a post, each change on the disk before the answer. */
export interface Journal {
  /** Never rejects: the last good entry stays whatever happens, and the answer says what happened. */
  readonly write: (site: string, id: PostId, entry: JournalEntry) => Promise<JournalAnswer>
  readonly discard: (site: string, id: PostId) => Promise<void>
  /**
   * Notes what a save is about to write, so that after a crash it is known for our own. To be called in the order in which
   * saves and entries come. Never rejects: a save does not depend on it.
   */
  readonly aboutToSave: (site: string, id: PostId, revision: Revision) => Promise<void>
  readonly read: (site: string, id: PostId) => Promise<JournalContent | null>
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

/** So many saves of a post are remembered as its own: those of one crash. */
const mostSaves = 8

/** Opens the journal; what earlier sessions left is tidied first. */
export const createJournal = ({ folder, mostBytes = 1e9, now = Date.now }: JournalOptions): Journal => {
  const written = new Map<string, Written>()
  const saves = new Map<string, readonly Revision[]>()
  const turns: Turns = new Map()
  const tidied = tidy(folder, mostBytes)
  tidied.catch(() => undefined) // whoever needs the folder meets the error there, with words for the writer
  const pathOf = (key: string): string => join(folder, `${key}.journal`)

  /** Entries of one post follow one another, and what is tidied at the start. */
  const afterOthers = <T>(key: string, run: () => Promise<T>): Promise<T> =>
    inTurn(turns, key, async () => {
      await tidied.catch(() => undefined)
      return run()
    })

  const writeNow = async (site: string, id: PostId, entry: JournalEntry): Promise<JournalAnswer> => {
    const key = postKey(site, id)
    if (entry.kind === 'snapshot') {
      if (!written.has(key)) await refuseNewer(pathOf(key), id)
      const saving = [...(saves.get(key) ?? [])]
      const length = await startJournal(pathOf(key), { site, id, writtenMs: now(), entry, saving })
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

  const noteSave = async (key: string, revision: Revision): Promise<void> => {
    saves.set(key, [...(saves.get(key) ?? []).slice(1 - mostSaves), revision])
    const path = pathOf(key)
    const found = written.get(key) ?? (await readJournal(path))
    if (found === null || found === 'damaged' || found === 'newer') return
    const length = await addToJournal(path, found.length, { writtenMs: now(), saving: revision })
    const last = written.get(key)
    if (last) written.set(key, { ...last, length })
  }

  return {
    write: (site, id, entry) =>
      afterOthers(postKey(site, id), () => writeNow(site, id, entry)).catch(
        (error: unknown): JournalAnswer => {
          if (codeOf(error) === 'ENOENT') return { kind: 'needs-snapshot' } // somebody emptied the user-data folder
          return {
            kind: 'failed',
            message: diskErrorOfOurs(error, t('files.notBackedUp')).message,
          }
        },
      ),
    discard: (site, id) => {
      const key = postKey(site, id)
      return afterOthers(key, () => {
        saves.delete(key)
        return written.delete(key) ? removeFile(pathOf(key)) : removeUnlessNewer(pathOf(key))
      })
    },
    aboutToSave: (site, id, revision) => {
      const key = postKey(site, id)
      return afterOthers(key, () => noteSave(key, revision)).catch(() => undefined) // it is only missed after a crash
    },
    read: (site, id) =>
      afterOthers(postKey(site, id), async () => {
        const content = await readJournal(pathOf(postKey(site, id)))
        return typeof content === 'string' ? null : content
      }),
    find: async (site) => {
      await tidied
      const entries: JournalContent[] = []
      let damaged = 0
      let newer = 0
      for (const name of await journalsIn(folder)) {
        const content = await readJournal(join(folder, name))
        if (content === 'newer') newer++
        else if (content === 'damaged') {
          damaged++
          await renameHeld(join(folder, name), join(folder, `${name}.damaged`))
        } else if (content?.site === site) entries.push(content)
      }
      return { entries, damaged, newer }
    },
    move: (site, from, to) =>
      afterOthers(postKey(site, from), async () => {
        const content = await readJournal(pathOf(postKey(site, from)))
        written.delete(postKey(site, from))
        if (!content || typeof content === 'string') return
        const { snapshot, text, writtenMs } = content
        const last = content.changes.at(-1) ?? snapshot
        const entry = { ...snapshot, text, format: last.format, caret: last.caret, undo: null }
        const saving = [...content.savedBefore, ...content.savedAfter]
        await startJournal(pathOf(postKey(site, to)), { site, id: to, writtenMs, entry, saving })
        await removeFile(pathOf(postKey(site, from)))
      }),
  }
}

const journalsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.journal'))

const refuseNewer = async (path: string, id: PostId): Promise<void> => {
  if ((await readJournal(path)) === 'newer') throw new AppError('failed', t('files.newerBackup', { id }))
}

const removeUnlessNewer = async (path: string): Promise<void> => {
  if ((await readJournal(path)) !== 'newer') await removeFile(path)
}

const removeFile = async (path: string): Promise<void> => {
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw diskError(error, t('files.backupNotRemoved'))
  })
}

/** Keeps the folder bounded by size, newest first. Not by age: a clock that jumps must not cost a word. */
const tidy = async (folder: string, mostBytes: number): Promise<void> => {
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
