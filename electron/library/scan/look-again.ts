import type { IsIgnored } from '../files/ignore-rules'
import type { PostIndex } from '../index/post-index'
import type { PostStore } from '../index/post-store'
import { lookAtPaths } from './look-at-paths'
import { isBelow } from './scan'

/** Up to this many changed paths are checked one by one; after a branch switch, whole folders are scanned instead. */
export const fewPaths = 20
const maxFolders = 50

export interface LookAgainOptions {
  readonly root: string
  /** The folders that links may lead into. */
  readonly bounds: readonly string[]
  readonly isIgnored: IsIgnored
  readonly index: PostIndex
  readonly store: PostStore
  readonly scan: (starts: readonly string[]) => Promise<void>
}

/** Updates the index after changes to these paths. */
export const lookAgain = async (paths: ReadonlySet<string>, options: LookAgainOptions): Promise<void> => {
  // In a flood of events some are lost, so the folders they came from are scanned as a whole.
  if (paths.size > fewPaths) return lookThrough(foldersOf(paths), options)
  const { root, bounds, isIgnored, index, store, scan } = options
  const { posts, folders, gone } = lookAtPaths(root, paths, isIgnored, bounds)
  for (const file of posts) index.read(file)
  for (const path of gone) for (const id of [...index.known.ids()]) if (isBelow(id, path)) index.remove(id)
  store.commit()
  index.batches.flush()
  if (folders.length > 0) await scan(folders)
}

const lookThrough = (folders: readonly string[], { scan }: LookAgainOptions): Promise<void> => {
  const outer = folders.filter(
    (folder) => !folders.some((other) => other !== folder && isBelow(folder, other)),
  )
  return scan(outer.length > maxFolders ? [''] : outer)
}

const foldersOf = (paths: ReadonlySet<string>): readonly string[] => [
  ...new Set(Array.from(paths, (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))))),
]
