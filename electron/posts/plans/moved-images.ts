import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import type { PostId } from '../../../shared/posts/post'
import type { NamedPost } from '../../../shared/references/renamed-target'
import {
  filePart,
  folderOf,
  isMarkdownName,
  nameWithoutExtension,
  relativePath,
} from '../../../shared/site/post-path'
import { referenceTo } from '../../../shared/site/reference-to'
import { assetCandidates, folderForPost } from '../../../shared/site/resolve-asset'
import { slugOfPost } from '../../../shared/site/slug'
import { codeOf } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import type { Site } from '../../site/detect-site'
import { sitePathOf } from '../../site/site-path'

/** A folder that goes with a post; paths inside the site, `/` separated. */
export interface MovedFolder {
  readonly from: string
  readonly to: string
  /** Its files, as paths inside the site. */
  readonly files: ReadonlySet<string>
}

/** The folders of images that go with a post, and those that stay because another post has them too. */
export interface ImageFolders {
  readonly moved: readonly MovedFolder[]
  readonly warnings: readonly string[]
}

/** Whether a post is the `index.md` of a folder of its own. */
export const isBundle = (id: PostId): boolean =>
  /^index$/i.test(nameWithoutExtension(filePart(id))) && folderOf(id) !== ''

/**
 * Finds the folders that the site names after the post. One that holds posts is a section of the site, and one that
 * another post has as well (`sharing`: posts of the same name) stays: its `to` is where it is.
 */
export const imageFoldersOf = async (
  site: Site,
  before: NamedPost,
  after: NamedPost,
  sharing: readonly PostId[],
): Promise<ImageFolders> => {
  const moved: MovedFolder[] = []
  const warnings: string[] = []
  if (isBundle(before.id)) moved.push(await bundleFolder(site, before.id, after.id))
  for (const pattern of site.imageFolders.filter((known) => /\{(?:slug|name)\}/.test(known))) {
    const from = folderForPost(pattern, before.id, before.slug, site)
    const to = folderForPost(pattern, after.id, after.slug, site)
    if (from === null || to === null || from === to) continue
    if (moved.some((other) => from === other.from || from.startsWith(`${other.from}/`))) continue
    const files = await filesIn(site, from)
    if (files === null || [...files].some(isMarkdownName)) continue
    const twin = sharing.find((id) => folderForPost(pattern, id, slugOfPost(id, site), site) === from)
    if (twin !== undefined)
      warnings.push(`The images stay in ${from}, because ${twin} has them from there too.`)
    else if (from.toLowerCase() !== to.toLowerCase() && (await isThere(join(site.root, to))))
      throw new AppError('already-exists', `There is an image folder ${to} already. Choose another slug.`)
    moved.push({ from, to: twin === undefined ? to : from, files })
  }
  return { moved, warnings }
}

const bundleFolder = async (site: Site, before: PostId, after: PostId): Promise<MovedFolder> => {
  const inPosts = (path: string) => (site.postsFolder === '.' ? path : `${site.postsFolder}/${path}`)
  const from = inPosts(folderOf(before))
  return { from, to: inPosts(folderOf(after)), files: (await filesIn(site, from)) ?? new Set() }
}

/**
 * What becomes of an image once folders have moved: it is `elsewhere`, it has `moved` and its spelling still finds it,
 * or the spelling has `changed`, to null where none can be found.
 */
export type MovedImage =
  | { readonly kind: 'elsewhere' | 'moved' }
  | { readonly kind: 'changed'; readonly written: string | null }

/** Answers what a post, itself renamed from `before` to `after`, has to write for an image once folders have moved. */
export const createImageMover =
  (site: Site, moved: readonly MovedFolder[]) =>
  async (written: string, before: NamedPost, after: NamedPost): Promise<MovedImage> => {
    const meant = await meantBy(candidatesOf(written, site, before), site, moved)
    if (meant === null) return { kind: 'elsewhere' }
    const { folder, path } = meant
    const wanted = folder.to + path.slice(folder.from.length)
    const finds = (spelling: string, post: NamedPost) => candidatesOf(spelling, site, post).includes(wanted)
    if (finds(written, after)) return { kind: 'moved' }
    const spellings = [
      ...withOtherName(written, filePart(folder.from), filePart(folder.to)),
      ...fromThePost(written, site, after, wanted),
      referenceTo(site, after.id, after.slug, wanted),
    ]
    return { kind: 'changed', written: spellings.find((spelling) => finds(spelling, after)) ?? null }
  }

interface Meant {
  readonly folder: MovedFolder
  readonly path: string
}

/** The image that is shown now, where it lies in a folder that moves; one that is missing counts as lying there. */
const meantBy = async (
  candidates: readonly string[],
  site: Site,
  moved: readonly MovedFolder[],
): Promise<Meant | null> => {
  const inside = candidates.flatMap((path): Meant[] => {
    const folder = moved.find(({ from }) => path.startsWith(`${from}/`))
    return folder ? [{ folder, path }] : []
  })
  if (inside.length === 0) return null
  for (const path of candidates) {
    const found = inside.find((place) => place.path === path)
    if (found?.folder.files.has(path)) return found
    if (!found && (await isThere(join(site.root, path)))) return null // another file comes first
  }
  return inside[0] ?? null
}

const candidatesOf = (reference: string, site: Site, { id, slug }: NamedPost): readonly string[] =>
  assetCandidates({ reference, postId: id, slug, site })

function* withOtherName(written: string, old: string, now: string): Generator<string> {
  for (const [from, to] of [
    [old, now],
    [encodeURIComponent(old), encodeURIComponent(now)],
  ] as const)
    for (let at = written.lastIndexOf(from); at >= 0; at = at === 0 ? -1 : written.lastIndexOf(from, at - 1))
      yield written.slice(0, at) + to + written.slice(at + from.length)
}

const fromThePost = (written: string, site: Site, { id }: NamedPost, wanted: string): readonly string[] => {
  if (!written.includes('/') || /^(?:[a-z][a-z0-9+.-]*:|[/\\{])/i.test(written)) return []
  const folder = site.postsFolder === '.' ? folderOf(id) : `${site.postsFolder}/${folderOf(id)}`
  const path = relativePath(folder, wanted)
  const spelled = written.includes('%') || /\s/.test(path) ? encodeURI(path) : path
  return [written.startsWith('./') && !spelled.startsWith('../') ? `./${spelled}` : spelled]
}

/** The files below a folder of the site; null where there is no such folder. */
const filesIn = async (site: Site, folder: string): Promise<ReadonlySet<string> | null> => {
  const path = join(site.root, folder)
  try {
    if (!(await lstat(path)).isDirectory()) return null
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return new Set(
      entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => sitePathOf(site.root, join(entry.parentPath, entry.name))),
    )
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    throw diskError(error, `Cannot look at the images in ${folder}`)
  }
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL'].includes(codeOf(error))) return false
    throw diskError(error, `Cannot look at ${path}`)
  }
}
