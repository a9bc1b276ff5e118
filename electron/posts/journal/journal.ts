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

class JournalFolder implements Journal {
  private readonly folder: string
  private readonly readVersion: ReadVersion | undefined
  private readonly now: () => number
  private readonly written = new Map<string, Written>()
  private readonly saves = new Map<string, readonly Revision[]>()
  private readonly turns: Turns = new Map()
  private readonly copies: Turns = new Map()
  private readonly tidied: Promise<void>

  constructor({ folder, maxBytes = 1e9, readVersion, now = Date.now }: JournalOptions) {
    this.folder = folder
    this.readVersion = readVersion
    this.now = now
    this.tidied = tidy(folder, maxBytes)
    this.tidied.catch(() => undefined) // the error is reported when the folder is used
  }

  readonly write = async (site: string, id: PostId, entry: JournalEntry): Promise<JournalAnswer> => {
    try {
      return await this.afterOthers(postKey(site, id), () =>
        entry.kind === 'changes' ? this.writeChanges(site, id, entry) : this.writeWhole(site, id, entry),
      )
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { kind: 'needs-snapshot' } // the user-data folder was emptied
      return { kind: 'failed', message: diskErrorOfOurs(error, t('files.notBackedUp')).message }
    }
  }

  readonly discard = (site: string, id: PostId): Promise<void> => {
    const key = postKey(site, id)
    return this.afterOthers(key, async () => {
      this.saves.delete(key)
      if (!this.written.delete(key) && (await readJournal(this.pathOf(key))) === 'newer') return
      await removeFile(this.pathOf(key))
      await removeFile(this.copyOf(key))
    })
  }

  readonly aboutToSave = (site: string, id: PostId, revision: Revision): Promise<void> => {
    const key = postKey(site, id)
    return this.afterOthers(key, () => this.noteSave(key, revision)).catch(() => undefined) // only needed after a crash
  }

  readonly read = (site: string, id: PostId): Promise<JournalContent | null> =>
    this.afterOthers(postKey(site, id), async () => {
      const kept = await readJournal(this.pathOf(postKey(site, id)))
      return kept === null || typeof kept === 'string' ? null : this.contentOf(kept)
    })

  readonly find = async (site: string): Promise<FoundJournals> => {
    await this.tidied
    const entries: JournalContent[] = []
    let damaged = 0
    let newer = 0
    for (const name of await journalsIn(this.folder)) {
      const path = join(this.folder, name)
      const kept = await readJournal(path)
      if (kept === 'newer') newer++
      if (kept === null || kept === 'newer' || (kept !== 'damaged' && kept.site !== site)) continue
      const content = kept === 'damaged' ? null : await this.contentOf(kept)
      if (content) entries.push(content)
      else {
        damaged++
        await renameHeld(path, `${path}.damaged`)
      }
    }
    return { entries, damaged, newer }
  }

  readonly move = (site: string, from: PostId, to: PostId): Promise<void> => {
    const key = postKey(site, from)
    return this.afterOthers(key, async () => {
      const kept = await readJournal(this.pathOf(key))
      this.written.delete(key)
      if (kept === null || typeof kept === 'string') return
      const content = await this.contentOf(kept, [from, to])
      if (!content) return
      const { snapshot, text, writtenMs } = content
      const last = content.changes.at(-1) ?? snapshot
      const entry = { ...snapshot, text, format: last.format, caret: last.caret, undo: null }
      const saving = [...content.savedBefore, ...content.savedAfter]
      await startJournal(this.pathOf(postKey(site, to)), { site, id: to, writtenMs, entry, saving })
      await removeFile(this.pathOf(key))
      await removeFile(this.copyOf(key))
    })
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}.journal`)
  }

  private copyOf(key: string): string {
    return join(this.folder, `${key}.base`)
  }

  /** Runs after the cleanup and after earlier entries of the same post. */
  private afterOthers<T>(key: string, run: () => Promise<T>): Promise<T> {
    return inTurn(this.turns, key, async () => {
      await this.tidied.catch(() => undefined) // reported when the folder is used; entries are written anyway
      return run()
    })
  }

  private async writeWhole(
    site: string,
    id: PostId,
    entry: Exclude<JournalEntry, { readonly kind: 'changes' }>,
  ): Promise<JournalAnswer> {
    const key = postKey(site, id)
    const path = this.pathOf(key)
    if (!this.written.has(key)) await refuseNewer(path, id)
    const saving = [...(this.saves.get(key) ?? [])]
    const length = await startJournal(path, { site, id, writtenMs: this.now(), entry, saving })
    const base = entry.kind === 'based' ? entry.base : null
    const limit = (entry.kind === 'based' ? entry.length : length) * 2 + 1_000_000
    this.written.set(key, { stretch: entry.stretch, index: 0, length, limit, base })
    if (base !== null) void this.keepBase(site, id, base).catch(() => undefined) // the next entry requests a snapshot
    return { kind: 'written' }
  }

  private async writeChanges(
    site: string,
    id: PostId,
    entry: Extract<JournalEntry, { readonly kind: 'changes' }>,
  ): Promise<JournalAnswer> {
    const key = postKey(site, id)
    const last = this.written.get(key)
    const follows = last && last.stretch === entry.stretch && last.index === entry.index - 1
    if (!follows || last.length > last.limit) return { kind: 'needs-snapshot' }
    const length = await addToJournal(this.pathOf(key), last.length, { writtenMs: this.now(), entry })
    this.written.set(key, { ...last, index: entry.index, length })
    return { kind: 'written' }
  }

  /** Runs after the entries, which must not wait for it. */
  private async keepBase(site: string, id: PostId, base: Revision): Promise<void> {
    const key = postKey(site, id)
    const copy = this.copyOf(key)
    const isKept = await inTurn(this.copies, key, () => copyBase({ site, id, base, copy })).catch(
      () => false, // for instance if the disk is full
    )
    await this.afterOthers(key, async () => {
      const last = this.written.get(key)
      if (last?.base === base && !isKept) this.written.set(key, { ...last, limit: 0 })
      if (!last || last.base === null) await removeFile(copy)
    })
  }

  private contentOf(kept: KeptJournal, ids = [kept.id]): Promise<JournalContent | null> {
    const { site } = kept
    const copy = this.copyOf(postKey(site, kept.id))
    return textOfJournal(kept, async ({ base }) => {
      for (const id of ids) {
        const bytes = await readBase({ site, id, base, copy }, this.readVersion)
        if (bytes) return bytes
      }
      return null
    })
  }

  private async noteSave(key: string, revision: Revision): Promise<void> {
    this.saves.set(key, [...(this.saves.get(key) ?? []).slice(1 - maxSaves), revision])
    const path = this.pathOf(key)
    const found = this.written.get(key) ?? (await readJournal(path))
    if (found === null || found === 'damaged' || found === 'newer') return
    const length = await addToJournal(path, found.length, { writtenMs: this.now(), saving: revision })
    const last = this.written.get(key)
    if (last) this.written.set(key, { ...last, length })
  }
}

/** Opens the journal, after cleaning up what earlier sessions left. */
export const createJournal = (options: JournalOptions): Journal => new JournalFolder(options)

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
