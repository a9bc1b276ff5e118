import type { Dirent } from 'node:fs'
import { opendir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { itemAt } from '../../../shared/base/item-at'
import { folderOf, isMarkdownName } from '../../../shared/site/post-path'

const notPosts = /^(?:readme|changelog|license|contributing|code_of_conduct|security|_index)\./i
const isBundle = /^index\.\w+$/i
const notSites = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'public',
  'dist',
  'build',
  'out',
  '_site',
])
// What generators keep beside posts: partials, themes, static files.
const notContent =
  /^(?:_includes|_layouts|_data|_sass|_plugins|includes|layouts|partials|themes|archetypes|scaffolds|i18n|tests?|__tests__|fixtures|examples?|exampleSite)$/
const maxEntries = 4000
const deepest = 5

/** A folder that directly contains posts; a bundle (`name/index.md`) counts as one post of its parent folder. */
export interface CountedFolder {
  /** `/` separated, `.` for the root. */
  readonly path: string
  /** The files of its posts by their path below the root. */
  readonly posts: readonly string[]
}

/** The folders below `root` that contain posts, the upper ones first; reads a few thousand entries at most. */
export const countPosts = async (root: string): Promise<readonly CountedFolder[]> => {
  const found = new Map<string, string[]>()
  for await (const { path, posts } of walk(root, { skip: notContent }))
    for (const name of posts) {
      const file = path === '.' ? name : `${path}/${name}`
      const home = isBundle.test(name) && path !== '.' ? folderOf(path) || '.' : path
      const files = found.get(home)
      if (files) files.push(file)
      else found.set(home, [file])
    }
  return Array.from(found, ([path, posts]) => ({ path, posts }))
}

/** The deepest common folder; null if there are no folders. */
export const folderAround = (folders: readonly Pick<CountedFolder, 'path'>[]): string | null =>
  folders.reduce<string | null>(
    (around, { path }) => (around === null ? path : commonFolder(around, path)),
    null,
  )

/** Whether there are posts below `root` outside `folder`; true if the tree is too large to search. */
export const hasPostsBeside = async (root: string, folder: string): Promise<boolean> => {
  for await (const { posts, more } of walk(root, { not: folder, entries: 20_000, depth: 64 }))
    if (posts.length > 0 || more) return true
  return false
}

interface Walked {
  readonly path: string
  /** Names of the posts directly in it. */
  readonly posts: readonly string[]
  /** The walk ended because the limit of entries was reached. */
  readonly more: boolean
}

async function* walk(
  root: string,
  { not = '', entries = maxEntries, depth = deepest, skip = /^$/ } = {},
): AsyncGenerator<Walked> {
  const waiting = [{ path: '', level: 0 }]
  let seen = 0
  for (let at = 0; at < waiting.length && seen < entries; at += 1) {
    const { path, level } = itemAt(waiting, at)
    const posts: string[] = []
    for (const entry of (await entriesOf(join(root, path))) ?? []) {
      seen += 1
      const inside = path === '' ? entry.name : `${path}/${entry.name}`
      if (isPost(entry)) posts.push(entry.name)
      else if (
        entry.isDirectory() &&
        level < depth &&
        inside !== not &&
        !isHidden(entry.name) &&
        !skip.test(entry.name)
      )
        waiting.push({ path: inside, level: level + 1 })
    }
    yield { path: path || '.', posts, more: seen >= entries }
  }
}

const commonFolder = (one: string, other: string): string => {
  const [parts, others] = [one.split('/'), other.split('/')]
  const differ = parts.findIndex((part, index) => part !== others[index])
  return (differ < 0 ? one : parts.slice(0, differ).join('/')) || '.'
}

/** Throws an error that says why the folder cannot be listed. */
export const assertListable = async (folder: string): Promise<void> => {
  const entries = await opendir(folder)
  await entries.close()
}

const isPost = (entry: Dirent): boolean =>
  entry.isFile() && isMarkdownName(entry.name) && !notPosts.test(entry.name) && !entry.name.startsWith('.')

/** Whether folders of this name are never searched for sites or posts. */
export const isHidden = (name: string): boolean => name.startsWith('.') || notSites.has(name)

/** The entries of a folder; null if it cannot be listed. */
export const entriesOf = (folder: string): Promise<Dirent[] | null> =>
  readdir(folder, { withFileTypes: true }).catch(() => null)

/** Whether a path is in a folder, both relative to the same root; every path is in `.`. */
export const liesIn = (path: string, folder: string): boolean =>
  folder === '.' || path === folder || path.startsWith(`${folder}/`)
