import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { imageTypeOf } from '../../shared/site/image-types'
import { joinPath } from '../../shared/site/post-path'
import { assetCandidates } from '../../shared/site/resolve-asset'
import { slugOfPost } from '../../shared/slug'
import type { Site } from './detect-site'

export interface FoundAsset {
  /** Absolute real path, inside the site. */
  readonly path: string
  /** Path from the site root, as the reference led there. */
  readonly sitePath: string
  /** The letters' case or composition differs: a server that minds them would not find it. */
  readonly spelledOtherwise: boolean
}

/** The image that a reference of a post means: a regular file of an image type inside the site; null where none is. */
export const findAsset = async (site: Site, postId: string, reference: string): Promise<string | null> =>
  (await locateAsset(site, postId, reference))?.path ?? null

/** The same, with how it was found. */
export const locateAsset = async (
  site: Site,
  postId: string,
  reference: string,
): Promise<FoundAsset | null> => {
  const slug = slugOfPost(postId, site.profile)
  const candidates = assetCandidates({ reference, postId, slug, site })
  const found = await firstThere(site, candidates)
  if (found !== null || candidates.length === 0 || !/^\s*[\\/]/.test(reference)) return found
  if (joinPath(postId) !== postId) return null
  const typoraRootUrl = await typoraRootOf(join(site.postsRoot, postId))
  if (typoraRootUrl === undefined) return null
  return firstThere(site, assetCandidates({ reference, postId, slug, site, typoraRootUrl }))
}

const firstThere = async (site: Site, candidates: readonly string[]): Promise<FoundAsset | null> => {
  const images = candidates.filter((candidate) => imageTypeOf(candidate) !== null && !isDevice(candidate))
  for (const sitePath of images) {
    const path = await imageAt(site, join(site.root, sitePath))
    if (path !== null) return { path, sitePath, spelledOtherwise: false }
  }
  const names = new Map<string, Promise<readonly string[]>>() // candidates share most of their folders
  for (const candidate of images) {
    const sitePath = await respelled(site.root, candidate, names)
    const path = sitePath === null ? null : await imageAt(site, join(site.root, sitePath))
    if (sitePath !== null && path !== null) return { path, sitePath, spelledOtherwise: true }
  }
  return null
}

const imageAt = (site: Site, path: string): Promise<string | null> => fileOfType(site, path, imageTypeOf)

/** The real path of a file, links followed before it is checked; null for whatever is not one of this site and type. */
export const fileOfType = async (
  site: Site,
  path: string,
  typeOf: (path: string) => string | null,
): Promise<string | null> => {
  try {
    const real = await realpath(path)
    if (!isInside(real, site.root) && !isInside(real, site.postsRoot)) return null
    return typeOf(real) !== null && !isDevice(real) && (await stat(real)).isFile() ? real : null
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}

/** Whether a real path lies in a folder, or is it. */
export const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

// What the system answers for a path that leads to no file this user could be shown.
const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'EINVAL'])
const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && absent.has(String(error.code))

// Windows opens these wherever they seem to lie.
const isDevice = (path: string): boolean =>
  process.platform === 'win32' && /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i.test(path)

const folded = (name: string): string => name.normalize('NFC').toLowerCase()

const respelled = async (
  root: string,
  candidate: string,
  known: Map<string, Promise<readonly string[]>>,
): Promise<string | null> => {
  let path = ''
  for (const part of candidate.split('/')) {
    const folder = join(root, path)
    const names = known.get(folder) ?? namesIn(folder)
    known.set(folder, names)
    const all = await names
    const name = all.includes(part) ? part : all.find((other) => folded(other) === folded(part))
    if (name === undefined) return null
    path = path === '' ? name : `${path}/${name}`
  }
  return path
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isAbsence(error)) return []
    throw error
  }
}

// Read only when a reference is found nowhere else, so a few lines are parsed by hand.
const typoraRootOf = async (post: string): Promise<string | undefined> => {
  const head = await startOf(post)
  const written = /^typora-root-url[ \t]*[:=][ \t]*(.+)$/m.exec(head)?.[1]?.trim()
  return written?.replace(/^(['"])(.*)\1$/, '$2')
}

const startOf = async (path: string): Promise<string> => {
  try {
    if (!(await stat(path)).isFile()) return ''
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(8192), 0, 8192, 0)
      return new TextDecoder().decode(buffer.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isAbsence(error)) return ''
    throw error
  }
}
