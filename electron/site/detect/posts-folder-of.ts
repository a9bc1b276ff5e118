import type { Dirent } from 'node:fs'
import { opendir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { filePart, folderOf, isMarkdownName } from '../../../shared/site/post-path'
import type { SiteLayout } from '../../../shared/site/site-layout'

const notPosts = /^(?:readme|changelog|license|contributing|code_of_conduct|security|_index)\./i
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
const mostEntries = 4000
const deepest = 4

/** The first of the usual folders that has posts, else the first that is there; null when none is. */
export const usualPostsFolder = async (root: string, usual: readonly string[]): Promise<string | null> => {
  let empty: string | null = null
  for (const folder of usual) {
    const entries = await entriesOf(join(root, folder))
    if (entries === null) continue
    if (entries.some(isPost) || (await mostPosts(join(root, folder))) !== null) return folder
    empty ??= folder
  }
  return empty
}

/** The folder below `root` that holds the most posts, `/` separated; looks at a few thousand entries at most. */
export const mostPosts = async (root: string): Promise<string | null> => {
  let best = { path: null as string | null, posts: 0 }
  for await (const { path, posts } of countedFolders(root)) if (posts > best.posts) best = { path, posts }
  return best.path
}

/** The deepest folder below `root` that all posts lie in, as far as `mostPosts` looks; null where there are none. */
export const folderAroundPosts = async (root: string): Promise<string | null> => {
  let around: string | null = null
  for await (const { path, posts } of countedFolders(root))
    if (posts > 0) around = around === null ? path : commonFolder(around, path)
  return around
}

/** Whether posts lie below `root` but not in `folder`. A tree too large to be looked through is taken to hold some. */
export const hasPostsBeside = async (root: string, folder: string): Promise<boolean> => {
  for await (const { posts, more } of countedFolders(root, { not: folder, entries: 20_000, depth: 64 }))
    if (posts > 0 || more) return true
  return false
}

interface CountedFolder {
  /** `/` separated, `.` for the root. */
  readonly path: string
  readonly posts: number
  /** The walk ends here, though there are more entries than it may look at. */
  readonly more: boolean
}

async function* countedFolders(
  root: string,
  { not = '', entries = mostEntries, depth = deepest } = {},
): AsyncGenerator<CountedFolder> {
  const waiting = [{ path: '', level: 0 }]
  let seen = 0
  for (let at = 0; at < waiting.length && seen < entries; at += 1) {
    const { path, level } = waiting[at] ?? { path: '', level: 0 }
    let posts = 0
    for (const entry of (await entriesOf(join(root, path))) ?? []) {
      seen += 1
      const inside = path === '' ? entry.name : `${path}/${entry.name}`
      if (isPost(entry)) posts += 1
      else if (entry.isDirectory() && level < depth && inside !== not && !isHidden(entry.name))
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

/** The folder around posts and drafts where they lie side by side, so that both are in the list; else the posts folder. */
export const withDrafts = async (
  root: string,
  postsFolder: string,
  draftFolders: readonly string[],
): Promise<Pick<SiteLayout, 'postsFolder' | 'postFolders'>> => {
  const drafts = draftFolders.find((name) => name.startsWith('_'))
  const name = filePart(postsFolder)
  if (drafts === undefined || (name !== '_posts' && name !== drafts)) return { postsFolder }
  const above = folderOf(postsFolder)
  const both = await Promise.all(['_posts', drafts].map((folder) => entriesOf(join(root, above, folder))))
  return both.includes(null)
    ? { postsFolder }
    : { postsFolder: above || '.', postFolders: ['_posts', drafts] }
}

/** Whether the folder can be listed; the error says why not. */
export const assertListable = async (folder: string): Promise<void> => {
  const entries = await opendir(folder)
  await entries.close()
}

const isPost = (entry: Dirent): boolean =>
  entry.isFile() && isMarkdownName(entry.name) && !notPosts.test(entry.name) && !entry.name.startsWith('.')

const isHidden = (name: string): boolean => name.startsWith('.') || notSites.has(name)

// What cannot be listed holds no posts that could be shown.
const entriesOf = (folder: string): Promise<Dirent[] | null> =>
  readdir(folder, { withFileTypes: true }).catch(() => null)
