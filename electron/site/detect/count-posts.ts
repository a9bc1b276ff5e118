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
// What generators keep beside posts: parts of pages, themes, things to be copied.
const notContent =
  /^(?:_includes|_layouts|_data|_sass|_plugins|includes|layouts|partials|themes|archetypes|scaffolds|i18n|tests?|__tests__|fixtures|examples?|exampleSite)$/
const maxEntries = 4000
const deepest = 5

/** A folder with posts right in it; a bundle (`name/index.md`) counts as one post of the folder around it. */
export interface CountedFolder {
  /** `/` separated, `.` for the root. */
  readonly path: string
  /** The files of its posts by their path below the root. */
  readonly posts: readonly string[]
}

/** The folders below `root` that hold posts, the upper ones first; looks at a few thousand entries at most. */
export const countPosts = async (root: string): Promise<readonly CountedFolder[]> => {
  const found = new Map<string, string[]>()
  for await (const { path, posts } of walk(root, { skip: notContent }))
    for (const name of posts) {
      const file = path === '.' ? name : `${path}/${name}`
      const home = isBundle.test(name) && path !== '.' ? folderOf(path) || '.' : path
      found.set(home, [...(found.get(home) ?? []), file])
    }
  return Array.from(found, ([path, posts]) => ({ path, posts }))
}

/** The deepest folder that all of some folders lie in; null for none. */
export const folderAround = (folders: readonly Pick<CountedFolder, 'path'>[]): string | null =>
  folders.reduce<string | null>(
    (around, { path }) => (around === null ? path : commonFolder(around, path)),
    null,
  )

/** Whether posts lie below `root` but not in `folder`. A tree too large to be looked through is taken to hold some. */
export const hasPostsBeside = async (root: string, folder: string): Promise<boolean> => {
  for await (const { posts, more } of walk(root, { not: folder, entries: 20_000, depth: 64 }))
    if (posts.length > 0 || more) return true
  return false
}

interface Walked {
  readonly path: string
  /** Names of the posts right in it. */
  readonly posts: readonly string[]
  /** The walk ends here, though there are more entries than it may look at. */
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

/** Whether the folder can be listed; the error says why not. */
export const assertListable = async (folder: string): Promise<void> => {
  const entries = await opendir(folder)
  await entries.close()
}

const isPost = (entry: Dirent): boolean =>
  entry.isFile() && isMarkdownName(entry.name) && !notPosts.test(entry.name) && !entry.name.startsWith('.')

/** Whether a site is never looked for in a folder of this name, nor posts. */
export const isHidden = (name: string): boolean => name.startsWith('.') || notSites.has(name)

/** The entries of a folder; null for one that cannot be listed, which holds no posts that could be shown. */
export const entriesOf = (folder: string): Promise<Dirent[] | null> =>
  readdir(folder, { withFileTypes: true }).catch(() => null)

/** Whether a path lies in a folder, both relative to one root; all do in `.`. */
export const liesIn = (path: string, folder: string): boolean =>
  folder === '.' || path === folder || path.startsWith(`${folder}/`)
