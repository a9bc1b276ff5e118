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

/** The current state of changed paths. */
export interface SeenPaths {
  readonly posts: readonly PostFile[]
  /** Folders to scan: they are new or were moved here. */
  readonly folders: readonly string[]
  /** Posts or whole folders that no longer exist. */
  readonly gone: readonly string[]
}

/**
 * Checks single paths. Names are compared with the folder's listing, because a disk that ignores case or Unicode forms
 * would also find a renamed post under its old name.
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
  /** The folder as listed; an event may have its name in another Unicode form. */
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

/** The changes that open posts must know of, in small parts, so that a branch switch does not block main. */
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
    // Both forms of a name may exist side by side, so an exact match comes first.
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
