import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SiteFiles } from '../../../shared/checks/site/find-image'
import { type FolderListing, folderListing } from '../../../shared/checks/site/folder-listing'
import { filePart } from '../../../shared/site/post-path'
import { codeOf } from '../../disk/calls/codes'
import { isInside } from '../../disk/is-inside'

/** The files of a site for the checks; listings are cached until `lookAgain`. */
export interface LookedAtFiles extends SiteFiles {
  /** Whether a listed folder has changed since; clears the cache. */
  readonly lookAgain: () => boolean
}

interface SeenFolder {
  readonly names: FolderListing | null
  /** Null if the folder does not exist. */
  readonly changedMs: number | null
}

/** Reads the files of a site, and nothing outside of it, wherever links lead. */
export const siteFiles = (root: string): LookedAtFiles => {
  const folders = new Map<string, SeenFolder>()
  const sizes = new Map<string, number | null>()
  const seen = (folder: string): SeenFolder => {
    const known = folders.get(folder)
    if (known) return known
    // A path in no listing does not exist: most posts have no image folder, and this saves a call for each.
    if (folder !== '' && !(seen(parentOf(folder)).names?.has(filePart(folder)) ?? false)) return nothing
    const found = lookAt(root, folder)
    folders.set(folder, found)
    return found
  }
  return {
    names: (folder) => seen(folder === '.' ? '' : folder).names,
    size: (path) => {
      const known = sizes.get(path)
      if (known !== undefined) return known
      const size = seen(parentOf(path)).names?.has(filePart(path)) ? sizeOf(root, path) : null
      sizes.set(path, size)
      return size
    },
    lookAgain: () => {
      sizes.clear()
      let changed = false
      for (const [folder, before] of folders) {
        if (changedMsOf(join(root, folder)) === before.changedMs) continue
        folders.delete(folder)
        changed = true
      }
      return changed
    },
  }
}

const nothing: SeenFolder = { names: null, changedMs: null }

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

const lookAt = (root: string, folder: string): SeenFolder => {
  try {
    const path = join(root, folder)
    const changedMs = changedMsOf(path) // before the names: what appears meanwhile counts as a change
    if (changedMs === null || !isInside(realpathSync(path), root)) return nothing
    return { names: folderListing(readdirSync(path)), changedMs }
  } catch (error) {
    if (isClosed(error)) return nothing
    throw error
  }
}

const changedMsOf = (path: string): number | null => {
  try {
    return statSync(path).mtimeMs
  } catch (error) {
    if (isClosed(error)) return null
    throw error
  }
}

const sizeOf = (root: string, path: string): number | null => {
  try {
    const full = join(root, path)
    const stats = lstatSync(full)
    if (!stats.isSymbolicLink()) return stats.isFile() ? stats.size : null
    const real = realpathSync(full)
    const target = statSync(real)
    return isInside(real, root) && target.isFile() ? target.size : null
  } catch (error) {
    if (isClosed(error)) return null
    throw error
  }
}

// Missing or not accessible: in both cases a check knows nothing about its contents.
const isClosed = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG', 'EINVAL', 'ESTALE'].includes(
    codeOf(error),
  )
