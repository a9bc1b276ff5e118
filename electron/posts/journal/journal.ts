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
import { copyBase, type ReadVersion, readBase } from './journal-base'
import {
  addToJournal,
  type JournalContent,
  type KeptJournal,
  readJournal,
  startJournal,
  textOfJournal,
} from './journal-file'

export interface JournalOptions {
  /** A folder of its own in the user-data folder. */
  readonly folder: string
  /** Old entries beyond this size are dropped when the app starts. */
  readonly maxBytes?: number
  /** Finds the file that a text is based on after it was overwritten. */
  readonly readVersion?: ReadVersion
  readonly now?: () => number
}

interface FoundJournals {
  readonly entries: readonly JournalContent[]
  /** Set aside. */
  readonly damaged: number
  /** Written by a newer version of the app, left alone. */
  readonly newer: number
}

/** Backups of unsaved text: one file per post, each change on the disk before the answer. */
export interface Journal {
  /** Never rejects: the last valid entry always stays, and the answer tells the outcome. */
  readonly write: (site: string, id: PostId, entry: JournalEntry) => Promise<JournalAnswer>
  readonly discard: (site: string, id: PostId) => Promise<void>
  /**
   * Records what a save is about to write, so that after a crash it is recognized as our own. Call it in the order of
   * saves and entries. Never rejects: a save does not depend on it.
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
  /** Beyond this length of changes, a new snapshot is taken. */
  readonly limit: number
  /** The file that the text is based on, if the journal does not contain the whole text. */
  readonly base: Revision | null
}

/** How many saves of a post are remembered as our own. */
const maxSaves = 8

/** Opens the journal, after cleaning up what earlier sessions left. */
export const createJournal = ({
  folder,
  maxBytes = 1e9,
  readVersion,
  now = Date.now,
}: JournalOptions): Journal => {
  const written = new Map<string, Written>()
  const saves = new Map<string, readonly Revision[]>()
  const turns: Turns = new Map()
  const tidied = tidy(folder, maxBytes)
  tidied.catch(() => undefined) // the error is reported when the folder is used
  const copies: Turns = new Map()
  const pathOf = (key: string): string => join(folder, `${key}.journal`)
  const copyOf = (key: string): string => join(folder, `${key}.base`)

  /** Runs after the cleanup and after earlier entries of the same post. */
  const afterOthers = <T>(key: string, run: () => Promise<T>): Promise<T> =>
    inTurn(turns, key, async () => {
      await tidied.catch(() => undefined)
      return run()
    })

  const writeNow = async (site: string, id: PostId, entry: JournalEntry): Promise<JournalAnswer> => {
    const key = postKey(site, id)
    if (entry.kind !== 'changes') {
      if (!written.has(key)) await refuseNewer(pathOf(key), id)
      const saving = [...(saves.get(key) ?? [])]
      const length = await startJournal(pathOf(key), { site, id, writtenMs: now(), entry, saving })
      const base = entry.kind === 'based' ? entry.base : null
      const limit = (entry.kind === 'based' ? entry.length : length) * 2 + 1_000_000
      written.set(key, { stretch: entry.stretch, index: 0, length, limit, base })
      if (base !== null) void keepBase(site, id, base).catch(() => undefined) // the next entry requests a snapshot
      return { kind: 'written' }
    }
    const last = written.get(key)
    const follows = last && last.stretch === entry.stretch && last.index === entry.index - 1
    if (!follows || last.length > last.limit) return { kind: 'needs-snapshot' }
    const length = await addToJournal(pathOf(key), last.length, { writtenMs: now(), entry })
    written.set(key, { ...last, index: entry.index, length })
    return { kind: 'written' }
  }

  /** Runs after the entries, which must not wait for it. */
  const keepBase = async (site: string, id: PostId, base: Revision): Promise<void> => {
    const key = postKey(site, id)
    const isKept = await inTurn(copies, key, () => copyBase({ site, id, base, copy: copyOf(key) })).catch(
      () => false, // for instance if the disk is full
    )
    await afterOthers(key, async () => {
      const last = written.get(key)
      if (last?.base === base && !isKept) written.set(key, { ...last, limit: 0 })
      if (!last || last.base === null) await removeFile(copyOf(key))
    })
  }

  const contentOf = (kept: KeptJournal, ids = [kept.id]): Promise<JournalContent | null> =>
    textOfJournal(kept, async ({ base }) => {
      for (const id of ids) {
        const bytes = await readBase(
          { site: kept.site, id, base, copy: copyOf(postKey(kept.site, kept.id)) },
          readVersion,
        )
        if (bytes) return bytes
      }
      return null
    })

  const noteSave = async (key: string, revision: Revision): Promise<void> => {
    saves.set(key, [...(saves.get(key) ?? []).slice(1 - maxSaves), revision])
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
          if (codeOf(error) === 'ENOENT') return { kind: 'needs-snapshot' } // the user-data folder was emptied
          return {
            kind: 'failed',
            message: diskErrorOfOurs(error, t('files.notBackedUp')).message,
          }
        },
      ),
    discard: (site, id) => {
      const key = postKey(site, id)
      return afterOthers(key, async () => {
        saves.delete(key)
        if (!written.delete(key) && (await readJournal(pathOf(key))) === 'newer') return
        await removeFile(pathOf(key))
        await removeFile(copyOf(key))
      })
    },
    aboutToSave: (site, id, revision) => {
      const key = postKey(site, id)
      return afterOthers(key, () => noteSave(key, revision)).catch(() => undefined) // only needed after a crash
    },
    read: (site, id) =>
      afterOthers(postKey(site, id), async () => {
        const kept = await readJournal(pathOf(postKey(site, id)))
        return kept === null || typeof kept === 'string' ? null : contentOf(kept)
      }),
    find: async (site) => {
      await tidied
      const entries: JournalContent[] = []
      let damaged = 0
      let newer = 0
      for (const name of await journalsIn(folder)) {
        const kept = await readJournal(join(folder, name))
        if (kept === 'newer') newer++
        if (kept === null || kept === 'newer' || (kept !== 'damaged' && kept.site !== site)) continue
        const content = kept === 'damaged' ? null : await contentOf(kept)
        if (content) entries.push(content)
        else {
          damaged++
          await renameHeld(join(folder, name), join(folder, `${name}.damaged`))
        }
      }
      return { entries, damaged, newer }
    },
    move: (site, from, to) =>
      afterOthers(postKey(site, from), async () => {
        const kept = await readJournal(pathOf(postKey(site, from)))
        written.delete(postKey(site, from))
        if (kept === null || typeof kept === 'string') return
        const content = await contentOf(kept, [from, to])
        if (!content) return
        const { snapshot, text, writtenMs } = content
        const last = content.changes.at(-1) ?? snapshot
        const entry = { ...snapshot, text, format: last.format, caret: last.caret, undo: null }
        const saving = [...content.savedBefore, ...content.savedAfter]
        await startJournal(pathOf(postKey(site, to)), { site, id: to, writtenMs, entry, saving })
        await removeFile(pathOf(postKey(site, from)))
        await removeFile(copyOf(postKey(site, from)))
      }),
  }
}

const journalsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.journal'))

const refuseNewer = async (path: string, id: PostId): Promise<void> => {
  if ((await readJournal(path)) === 'newer') throw new AppError('failed', t('files.newerBackup', { id }))
}

const removeFile = async (path: string): Promise<void> => {
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw diskError(error, t('files.backupNotRemoved'))
  })
}

/** Limits the folder by size, keeping the newest. Not by age: a wrong clock must not delete text. */
const tidy = async (folder: string, maxBytes: number): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweepTempFiles(folder)
  const names = await readdir(folder)
  const files = await Promise.all(
    names
      .filter((name) => /\.journal(\.damaged)?$/.test(name))
      .map(async (name) => {
        const { size, mtimeMs } = await stat(join(folder, name))
        const copy = `${name.split('.')[0]}.base`
        return { names: [name, copy], size: size + (await sizeOf(join(folder, copy))), mtimeMs }
      }),
  )
  files.sort((a, b) => b.mtimeMs - a.mtimeMs)
  let total = 0
  const kept = new Set<string>()
  for (const { names: both, size } of files) {
    total += size
    if (total <= maxBytes) for (const name of both) kept.add(name)
  }
  for (const name of names)
    if (/\.(journal|journal\.damaged|base)$/.test(name) && !kept.has(name))
      await removeFile(join(folder, name))
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0, // no such file
  )
