import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rmdir, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { Revision } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { writeAtomically, writeOrCreate } from '../disk/atomic-write'
import { codeOf, isMissing } from '../disk/calls/codes'
import { diskError } from '../disk/disk-error'
import { inTurn, type Turns } from '../disk/in-turn'
import { readWhole } from '../disk/read-whole'
import { revisionOf } from '../disk/revision'

/** The files that imports wrote in this session, so that undoing the text can remove them. */
export interface ImportedImages {
  /** Remembers a new file; the answer names it. */
  readonly add: (path: string, bytes: Uint8Array, madeFolder: string | null) => string
  /** The file of such a name; undefined for a name of no import. */
  readonly pathOf: (token: string) => string | undefined
  /** Notes that a file or folder was moved, so that undo finds the images; returns the tokens of those in it. */
  readonly follow: (from: string, to: string) => readonly string[]
  /** Moves the file to the holding folder and removes folders created for it; a file that has changed since stays. */
  readonly takeBack: (token: string) => Promise<void>
  /** Restores the file to its place; never over another file. */
  readonly bringBack: (token: string) => Promise<void>
  /** Removes files that earlier sessions set aside, except those of the last month. */
  readonly sweep: () => Promise<void>
}

const keptMs = 30 * 24 * 3_600_000

const noneThere = (error: unknown): readonly string[] => {
  if (isMissing(error)) return []
  throw error
}

interface Imported {
  readonly path: string
  readonly revision: Revision
}

/** `folder`: where removed files are kept, outside the site. */
export const createImportedImages = (folder: string): ImportedImages => {
  const known = new Map<string, Imported>()
  /** Folders that imports of this session created: the last image to leave one takes it along. */
  const madeFolders = new Set<string>()
  const turns: Turns = new Map()
  const need = (token: string): Imported => {
    const imported = known.get(token)
    if (!imported) throw new AppError('not-found', t('images.notImported'))
    return imported
  }
  const asideOf = (token: string) => join(folder, token)

  return {
    add: (path, bytes, madeFolder) => {
      const token = randomBytes(12).toString('hex')
      known.set(token, { path, revision: revisionOf(bytes) })
      if (madeFolder !== null) madeFolders.add(madeFolder)
      return token
    },
    follow: (from, to) => {
      const inIt = [...known].filter(([, { path }]) => path === from || path.startsWith(from + sep))
      for (const [token, { path, revision }] of inIt) {
        const now = to + path.slice(from.length)
        known.set(token, { path: now, revision })
        if (isMade(dirname(path), madeFolders)) madeFolders.add(dirname(now)) // moved with its post
      }
      return inIt.map(([token]) => token)
    },
    pathOf: (token) => known.get(token)?.path,
    takeBack: (token) =>
      inTurn(turns, folder, async () => {
        const { path, revision } = need(token)
        const bytes = await bytesAt(path)
        if (bytes === null || revisionOf(bytes) !== revision) return
        await mkdir(folder, { recursive: true })
        await writeOrCreate(asideOf(token), bytes)
        await unlink(path).catch((error: unknown) => {
          throw diskError(error, t('images.cannotUndoImport', { image: basename(path) }))
        })
        await removeEmpty(dirname(path), madeFolders)
      }),
    bringBack: (token) =>
      inTurn(turns, folder, async () => {
        const { path, revision } = need(token)
        if ((await bytesAt(path)) !== null) return
        const bytes = await bytesAt(asideOf(token))
        if (bytes === null || revisionOf(bytes) !== revision)
          throw new AppError('not-found', t('images.cannotRedoImport', { image: basename(path) }))
        await mkdir(dirname(path), { recursive: true })
        await writeAtomically(path, bytes, { create: true })
        await unlink(asideOf(token))
      }),
    sweep: () =>
      inTurn(turns, folder, async () => {
        const kept = await readdir(folder).catch(noneThere)
        for (const name of kept) {
          const path = join(folder, name)
          const { mtimeMs } = await stat(path)
          if (!known.has(name) && Date.now() - mtimeMs > keptMs) await unlink(path)
        }
      }),
  }
}

const bytesAt = async (path: string): Promise<Uint8Array | null> => {
  try {
    return (await readWhole(path, t('files.cannotRead', { name: basename(path) }))).bytes
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return null
    throw error
  }
}

const isMade = (folder: string, made: ReadonlySet<string>): boolean =>
  [...made].some((top) => folder === top || folder.startsWith(top + sep))

/** Removes empty folders, from the innermost up to the topmost that an import created. */
const removeEmpty = async (inner: string, made: ReadonlySet<string>): Promise<void> => {
  for (let folder = inner; isMade(folder, made); folder = dirname(folder)) {
    try {
      await rmdir(folder)
    } catch (error) {
      if (codeOf(error) !== '') return // something else is in it now
      throw error
    }
  }
}
