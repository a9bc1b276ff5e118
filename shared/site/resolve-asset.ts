import { lastResult } from '../base/last-result'
import { readReference } from './asset-reference'
import { aliasedPaths } from './path-alias'
import { filePart, folderOf, joinPath, nameWithoutExtension } from './post-path'
import type { SiteLayout } from './site-layout'

export interface AssetQuestion {
  /** The image as the post writes it. */
  readonly reference: string
  readonly postId: string
  readonly slug: string
  readonly site: SiteLayout
  /** `typora-root-url` of the post's head, which some authors set for their editor. */
  readonly typoraRootUrl?: string | undefined
}

/**
 * Paths, relative to the site root, that an image reference of a post may mean, the likeliest first. The
 * caller looks for the first that exists, on the disk or in an index. None leads out of the site.
 */
export const assetCandidates = (question: AssetQuestion): string[] => {
  const read = readReference(question.reference, question.site.address)
  if (read === null) return []
  const aliased = read.written.flatMap((path) =>
    present((aliasedPaths(path, question.site) ?? []).map((one) => joinPath(one))),
  )
  const found = read.paths.flatMap((path) =>
    read.absolute ? fromTheTop(path, question) : fromThePost(path, question),
  )
  return [...new Set([...aliased, ...found])].filter((path) => path !== '')
}

/** A folder pattern of a profile, such as `public/images/posts/{slug}`, filled in for one post. */
export const folderForPost = (
  pattern: string,
  postId: string,
  slug: string,
  site: SiteLayout,
): string | null => {
  const filledIn = pattern.replace(/\{(?:dir|section|name|slug)\}/g, (part) => {
    if (part === '{slug}') return slug
    if (part === '{dir}') return `${site.postsFolder}/${folderOf(postId)}`
    const name = nameWithoutExtension(filePart(postId))
    return part === '{name}' ? name : sectionOf(postId, name, site)
  })
  return joinPath(filledIn)
}

const sectionOf = (postId: string, name: string, site: SiteLayout): string => {
  const folders = [site.postsFolder.split('/').slice(1).join('/'), folderOf(postId)]
  const section = folders.filter((part) => part !== '').join('/')
  return /^index$/i.test(name) ? folderOf(section) : section
}

type PostOfSite = Pick<AssetQuestion, 'postId' | 'slug' | 'site'>

/** The site's image folders for one post, which is asked for all references of a post in turn. */
const imageFoldersOf = lastResult(
  ({ postId, slug, site }: PostOfSite): readonly (string | null)[] =>
    site.imageFolders.map((pattern) => folderForPost(pattern, postId, slug, site)),
  (one, other) => one.postId === other.postId && one.slug === other.slug && one.site === other.site,
)

const fromThePost = (path: string, question: AssetQuestion): string[] => {
  const { postId, site } = question
  const folders = imageFoldersOf(question)
  // A path with folders is usually relative to the post, whatever the site's rule for bare names is.
  const beside =
    path.startsWith('.') || path.includes('/') ? [joinPath(site.postsFolder, folderOf(postId))] : []
  const bases = path.startsWith('..') ? [...beside, ...folders] : [...folders, ...beside]
  return present([...present(bases), ...site.publicFolders, '.'].map((base) => joinPath(base, path)))
}

const fromTheTop = (path: string, { postId, site, typoraRootUrl }: AssetQuestion): string[] => {
  const typora = typoraRootUrl === undefined ? [] : typoraRoots(typoraRootUrl, postId, site)
  const { basePath } = site
  const below = basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : null
  return [...typora, ...site.publicFolders, '.']
    .flatMap((base) => [below === null ? null : joinPath(base, below), joinPath(base, path)])
    .filter((candidate) => candidate !== null)
}

const typoraRoots = (written: string, postId: string, site: SiteLayout): string[] => {
  const path = readReference(written)?.paths[0] ?? (/^[./]+$/.test(written) ? written : null)
  if (path === null) return []
  return present([joinPath(site.postsFolder, folderOf(postId), path), joinPath(path)])
}

const present = (paths: readonly (string | null)[]): string[] => paths.filter((path) => path !== null)
