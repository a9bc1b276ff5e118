import type { Dirent } from 'node:fs'
import { opendir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { filePart, folderOf, isMarkdownName } from '../../shared/site/post-path'
import type { SiteLayout } from '../../shared/site/site-layout'

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

/** Whether posts lie in the folder itself, a README and its like aside. */
export const hasPosts = async (folder: string): Promise<boolean> =>
  (await entriesOf(folder))?.some(isPost) ?? false

/** The folder below `root` that holds the most posts, `/` separated; looks at a few thousand entries at most. */
export const mostPosts = async (root: string): Promise<string | null> => {
  const waiting = [{ path: '', depth: 0 }]
  let best = { path: null as string | null, posts: 0 }
  let seen = 0
  for (let at = 0; at < waiting.length && seen < mostEntries; at += 1) {
    const { path, depth } = waiting[at] ?? { path: '', depth: 0 }
    let posts = 0
    for (const entry of (await entriesOf(join(root, path))) ?? []) {
      seen += 1
      if (isPost(entry)) posts += 1
      else if (entry.isDirectory() && depth < deepest && !isHidden(entry.name))
        waiting.push({ path: path === '' ? entry.name : `${path}/${entry.name}`, depth: depth + 1 })
    }
    if (posts > best.posts) best = { path: path || '.', posts }
  }
  return best.path
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
