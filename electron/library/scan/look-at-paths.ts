import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PostId } from '../../../shared/posts/post'
import { filePart, folderOf, isMarkdownName } from '../../../shared/site/post-path'
import { codeOf } from '../../disk/disk-error'
import type { IsIgnored } from '../files/ignore-rules'
import type { PostFile } from '../files/walk-posts'
import type { FileChange } from './options'

/** What became of paths that something happened to. */
export interface SeenPaths {
  readonly posts: readonly PostFile[]
  /** Folders to look through: they are new, or were moved here. */
  readonly folders: readonly string[]
  /** Posts or whole folders that are not there. */
  readonly gone: readonly string[]
}

/**
 * Looks at single paths. Names are compared with the folder's own list, because a disk that does not tell case or
 * Unicode forms apart would answer for the old name of a renamed post.
 */
export const lookAtPaths = (root: string, paths: Iterable<string>, isIgnored: IsIgnored): SeenPaths => {
  const posts: PostFile[] = []
  const folders: string[] = []
  const gone: string[] = []
  const listed = new Map<string, ReadonlyMap<string, string>>()
  const namesIn = (folder: string) => {
    const known = listed.get(folder)
    if (known) return known
    const names = namesOf(join(root, folder))
    listed.set(folder, names)
    return names
  }
  for (const path of paths) {
    const names = namesIn(folderOf(path))
    const name = names.get(filePart(path)) ?? names.get(filePart(path).normalize('NFC'))
    const id: PostId = name === undefined ? path : folderOf(path) === '' ? name : `${folderOf(path)}/${name}`
    const stats = name === undefined ? null : statOf(join(root, id))
    if (stats === null) gone.push(path)
    else if (isIgnored(id, stats.isDirectory())) continue
    else if (stats.isDirectory()) folders.push(id)
    else if (stats.isFile() && isMarkdownName(id))
      posts.push({ id, size: stats.size, modifiedMs: stats.mtimeMs })
  }
  return { posts, folders, gone }
}

const changesAtOnce = 200

/** What an open post has to hear of what was seen; in small parts, so that main does not stop for a branch switch. */
export function* changesOf({ posts, gone }: SeenPaths): Generator<readonly FileChange[]> {
  const changes: readonly FileChange[] = [
    ...posts.map(({ id }) => ({ id, kind: 'changed' as const })),
    ...gone.filter(isMarkdownName).map((id) => ({ id, kind: 'removed' as const })),
  ]
  for (let at = 0; at < changes.length; at += changesAtOnce) yield changes.slice(at, at + changesAtOnce)
}

const isGone = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP', 'ESTALE'].includes(codeOf(error))

const namesOf = (folder: string): ReadonlyMap<string, string> => {
  try {
    const names = readdirSync(folder)
    // Both forms of one name may stand side by side: each is itself first.
    return new Map([
      ...names.map((name) => [name.normalize('NFC'), name] as const),
      ...names.map((name) => [name, name] as const),
    ])
  } catch (error) {
    if (isGone(error)) return new Map()
    throw error
  }
}

const statOf = (path: string) => {
  try {
    return statSync(path)
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
}
