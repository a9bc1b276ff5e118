import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PostId } from '../../../shared/posts/post'
import { filePart, folderOf, isMarkdownName } from '../../../shared/site/post-path'
import { isNotThereNow } from '../../disk/calls/codes'
import type { IsIgnored } from '../files/ignore-rules'
import { lookAtName } from '../files/look-at-name'
import { spellingsOf } from '../files/path-inside'
import { type PostFile, postFileOf } from '../files/walk-posts'
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
export const lookAtPaths = (
  root: string,
  paths: Iterable<string>,
  isIgnored: IsIgnored,
  bounds: readonly string[] = [root],
): SeenPaths => {
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
  const nameIn = (folder: string, part: string) =>
    namesIn(folder).get(part) ?? namesIn(folder).get(part.normalize('NFC'))
  /** The folder as it is listed, whose name an event may spell in another form of Unicode. */
  const asListed = (folder: string): string => {
    if (spellingsOf(folder).length === 1) return folder
    const parent = asListed(folderOf(folder))
    return inFolder(parent, nameIn(parent, filePart(folder)) ?? filePart(folder))
  }
  for (const path of paths) {
    const folder = asListed(folderOf(path))
    const name = nameIn(folder, filePart(path))
    const id: PostId = inFolder(folder, name ?? filePart(path))
    const found = name === undefined ? null : seenName(root, id, bounds)
    if (found === null) gone.push(...new Set([path, ...spellingsOf(id)]))
    else if (isIgnored(id, found.kind === 'folder')) continue
    else if (found.kind === 'folder') folders.push(...(found.isOutside ? [] : [id]))
    else if (isMarkdownName(id)) posts.push(...postFileOf(id, found))
  }
  return { posts, folders, gone }
}

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

const changesAtOnce = 200

/** What an open post has to hear of what was seen; in small parts, so that main does not stop for a branch switch. */
export function* changesOf({ posts, gone }: SeenPaths): Generator<readonly FileChange[]> {
  const changes: readonly FileChange[] = [
    ...posts.map(({ id }) => ({ id, kind: 'changed' as const })),
    ...gone.filter(isMarkdownName).map((id) => ({ id, kind: 'removed' as const })),
  ]
  for (let at = 0; at < changes.length; at += changesAtOnce) yield changes.slice(at, at + changesAtOnce)
}

const namesOf = (folder: string): ReadonlyMap<string, string> => {
  try {
    const names = readdirSync(folder)
    // Both forms of one name may stand side by side: each is itself first.
    return new Map([
      ...names.map((name) => [name.normalize('NFC'), name] as const),
      ...names.map((name) => [name, name] as const),
    ])
  } catch (error) {
    if (isNotThereNow(error)) return new Map()
    throw error
  }
}

const seenName = (root: string, id: string, bounds: readonly string[]) => {
  try {
    return lookAtName(root, id, bounds)
  } catch (error) {
    if (isNotThereNow(error)) return null
    throw error
  }
}
