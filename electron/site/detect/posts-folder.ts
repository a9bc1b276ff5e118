import { join } from 'node:path'
import { splitPost } from '../../../shared/front-matter/read/split'
import type { Habits } from '../../../shared/generators/shape/habits'
import { filePart, folderOf } from '../../../shared/site/post-path'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { readStart } from '../../disk/read-small'
import {
  type CountedFolder,
  countPosts,
  entriesOf,
  folderAround,
  hasPostsBeside,
  liesIn,
} from './count-posts'

// Folders of these names contain all pages of a site, not only posts.
const isGeneral = /^(?:\.|content|src|source|docs|pages|text)$/
const maxLookedAt = 60
const maxOfFolder = 4

/** A possible posts folder, relative to the site root. */
export interface PostsFolder {
  readonly path: string
  /** The number of posts in it. */
  readonly posts: number
}

/** The posts folder of a site; `usual` if its generator or configuration names it and it has posts. */
export interface FoundFolder extends PostsFolder {
  readonly usual: boolean
}

/** The posts folder of a generator's site: the first usual one with posts, otherwise the common folder of all posts. */
export const postsFolderOf = async (
  root: string,
  { folders }: Habits,
  usual: readonly string[],
): Promise<FoundFolder> => {
  const counted = await countPosts(root)
  let empty: string | null = null
  for (const folder of usual) {
    const inside = counted.filter(({ path }) => liesIn(path, folder))
    if (inside.length > 0) {
      const path = folders.mixed ? folder : await amongPages(root, folder, inside)
      return { path, posts: sumOf(inside), usual: true }
    }
    if (empty === null && (await entriesOf(join(root, folder))) !== null) empty = folder
  }
  const around = folderAround(counted)
  const path = around === null ? (empty ?? '.') : await amongPages(root, around, counted)
  return { path, posts: sumOf(counted), usual: false }
}

/** The posts folder without a known generator: a usual one only if there are no posts beside it. */
export const plainPostsFolder = async (root: string, usual: readonly string[]): Promise<string> => {
  for (const folder of usual) {
    const entries = await entriesOf(join(root, folder))
    if (entries === null || (await countPosts(join(root, folder))).length === 0) continue
    return (await hasPostsBeside(root, folder)) ? '.' : folder
  }
  return '.'
}

/** The folders of a site that could be the posts folder, those with the most posts first. */
export const possibleFolders = async (root: string): Promise<readonly PostsFolder[]> => {
  const counted = await countPosts(root)
  const paths = new Set(counted.flatMap(({ path }) => [path, ...foldersAbove(path)]))
  return Array.from(paths, (path) => ({
    path,
    posts: counted.reduce((sum, folder) => sum + (liesIn(folder.path, path) ? folder.posts.length : 0), 0),
  })).sort((a, b) => b.posts - a.posts || a.path.length - b.path.length)
}

const foldersAbove = (path: string): string[] =>
  path === '.' ? [] : [folderOf(path) || '.', ...foldersAbove(folderOf(path) || '.')]

// If posts and other pages share a general folder, the posts are those with dates.
const amongPages = async (
  root: string,
  folder: string,
  counted: readonly CountedFolder[],
): Promise<string> => {
  if (!isGeneral.test(filePart(folder)) || counted.length < 2 || counted.length > maxLookedAt) return folder
  const dated: CountedFolder[] = []
  for (const one of counted) {
    const looked = one.posts.slice(0, maxOfFolder)
    const dates = await Promise.all(looked.map((post) => isDated(root, post)))
    if (dates.filter(Boolean).length * 2 >= looked.length) dated.push(one)
  }
  return dated.length > 0 && sumOf(dated) * 4 >= sumOf(counted) ? (folderAround(dated) ?? folder) : folder
}

const sumOf = (folders: readonly CountedFolder[]): number =>
  folders.reduce((sum, { posts }) => sum + posts.length, 0)

const dateKey =
  /^[ \t"']*(?:date|pub[-_]?date|published(?:[-_]?(?:at|on|date))?|publish[-_]?date|created(?:[-_]?at)?)["']?[ \t]*[:=]/im

const isDated = async (root: string, post: string): Promise<boolean> => {
  if (/(?:^|\/)\d{4}-\d{1,2}-\d{1,2}[-_./]/.test(post)) return true
  const text = await readStart(join(root, post)).catch(() => '') // an unreadable file has no date
  return dateKey.test(text.slice(0, splitPost(text).bodyFrom))
}

/** The common folder of posts and drafts if they are siblings, so that both are listed; otherwise the posts folder. */
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
