import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../../shared/app-error'
import { imageTypeOf } from '../../shared/base/image-types'
import { itemAt } from '../../shared/base/item-at'
import type { SiteImage } from '../../shared/ipc/site-calls'
import { folderOf } from '../../shared/site/post-path'
import { hasOwnFolders, referenceTo } from '../../shared/site/reference-to'
import { folderForPost } from '../../shared/site/resolve-asset'
import { slugOfPost } from '../../shared/site/slug'
import { t } from '../../shared/texts/translate'
import { codeOf, isMissing } from '../disk/calls/codes'
import { diskError } from '../disk/disk-error'
import type { Site } from '../site/detect-site'
import { imageHabit } from './image-habit'

const maxFolders = 5000
const built = new Set([
  'node_modules',
  'bower_components',
  'public',
  'dist',
  'build',
  'out',
  '_site',
  'vendor',
  'resources',
])

/** Images a post can show: those of its own folders first, then the rest of the site by path, at most `most`. */
export const listImages = async (
  site: Site,
  postId: string,
  most = 2000,
  disk: ListedDisk = { stat, readdir },
): Promise<readonly SiteImage[]> => {
  const slug = slugOfPost(postId, site)
  const own = new Set(
    site.imageFolders
      .filter((pattern) => /\{(?:slug|name|dir)\}/.test(pattern))
      .map((pattern) => folderForPost(pattern, postId, slug, site)),
  )
  const rank = (path: string) => (own.has(folderOf(path)) ? 0 : 1)
  const paths = (await sitePaths(site, isImage, most * 2, { first: own, disk })).sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  )
  const fromOwnFolder = hasOwnFolders(site) && (await imageHabit(site, postId)).prefix === ''
  const images = await Promise.all(
    paths.slice(0, most).map(async (path) => {
      const size = await sizeOnDisk(join(site.root, path), disk)
      if (size === 'gone') return null
      const reference = referenceTo(site, postId, slug, path, fromOwnFolder)
      return { path, reference, size, isOwn: rank(path) === 0 }
    }),
  )
  return images.filter((image) => image !== null)
}

/** The calls to the file system; tests pass some that fail. */
export interface ListedDisk {
  readonly stat: (path: string) => Promise<Stats>
  readonly readdir: (path: string, options: { withFileTypes: true }) => Promise<Dirent[]>
}

// A file in a folder that may be listed and not entered is there, whatever its size.
const sizeOnDisk = async (path: string, disk: ListedDisk): Promise<number | null | 'gone'> => {
  try {
    const found = await disk.stat(path)
    return found.isFile() ? found.size : 'gone'
  } catch (error) {
    if (codeOf(error) === '') throw error
    return isMissing(error) ? 'gone' : null
  }
}

const isImage = (path: string): boolean => imageTypeOf(path) !== null

export interface PathsWanted {
  readonly first?: ReadonlySet<string | null>
  /** Receives folders that exist and cannot be listed, by their paths in the site. */
  readonly onUnreadable?: (folder: string, error: AppError) => void
  readonly disk?: Pick<ListedDisk, 'readdir'>
}

/**
 * The files of the site whose name matches, except build output. Breadth first from `first`, so that in a huge site
 * nearby files are found before the limit is reached.
 */
export const sitePaths = async (
  site: SiteFolders,
  isWanted: (path: string) => boolean,
  most: number,
  { first = new Set(), onUnreadable, disk = { readdir } }: PathsWanted = {},
): Promise<string[]> => {
  const waiting = [
    ...new Set([
      ...first,
      ...site.publicFolders.map((name) => (name === '.' ? '' : name)),
      site.postsFolder,
      '',
    ]),
  ]
    .filter((folder) => folder !== null)
    .map((folder) => (folder === '.' ? '' : folder))
  const seen = new Set<string>()
  const found = new Set<string>()
  for (let at = 0; at < waiting.length && seen.size < maxFolders && found.size < most; at += 1) {
    const folder = itemAt(waiting, at)
    if (seen.has(folder)) continue
    seen.add(folder)
    for (const entry of await entriesOf(site, folder, disk, onUnreadable)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && isSource(site, path, entry.name)) waiting.push(path)
      else if (entry.isFile() && isWanted(path)) found.add(path)
    }
  }
  return [...found]
}

/** The part of a site that says where its files are. */
export type SiteFolders = Pick<Site, 'root' | 'publicFolders' | 'postsFolder'>

// `public` is what Next and Astro serve and what Hugo and Hexo build: the layout knows which.
const isSource = (site: SiteFolders, path: string, name: string): boolean =>
  (!name.startsWith('.') || /^\.(?:vitepress|vuepress)$/.test(name)) &&
  (!built.has(name) || site.publicFolders.some((folder) => folder === path || folder.startsWith(`${path}/`)))

const entriesOf = async (
  { root }: SiteFolders,
  folder: string,
  disk: Pick<ListedDisk, 'readdir'>,
  onUnreadable: PathsWanted['onUnreadable'],
): Promise<Dirent[]> => {
  try {
    return await disk.readdir(join(root, folder), { withFileTypes: true })
  } catch (error) {
    if (codeOf(error) === '') throw error
    if (!isMissing(error))
      onUnreadable?.(folder, diskError(error, t('files.cannotRead', { name: folder || root })))
    return []
  }
}
