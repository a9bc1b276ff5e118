import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { imageTypeOf } from '../../shared/base/image-types'
import { leadsToDevice } from '../../shared/site/file-name'
import { joinPath } from '../../shared/site/post-path'
import { assetCandidates } from '../../shared/site/resolve-asset'
import { slugOfPost } from '../../shared/site/slug'
import { isDenied } from '../disk/calls/codes'
import { realPath } from '../disk/calls/real-path'
import { isInside } from '../disk/is-inside'
import type { Site } from './detect-site'
import { namesInFolder } from './folder-names'

export interface FoundAsset {
  /** Absolute real path, inside the site. */
  readonly path: string
  /** Path from the site root, as resolved from the reference. */
  readonly sitePath: string
  /** The letter case or Unicode form differs, so a case-sensitive server would not find it. */
  readonly spelledOtherwise: boolean
}

/**
 * The image that a reference of a post means: a regular file of an image type inside the site; null if there is none.
 * Throws the system's error if none is found and a possible place is not accessible.
 */
export const findAsset = async (site: Site, postId: string, reference: string): Promise<string | null> =>
  (await locate(site, postId, reference))?.path ?? null

/** The same, with how it was found; null also if it is not accessible. */
export const locateAsset = async (
  site: Site,
  postId: string,
  reference: string,
): Promise<FoundAsset | null> => {
  try {
    return await locate(site, postId, reference)
  } catch (error) {
    if (isDenied(error)) return null
    throw error
  }
}

const locate = (site: Site, postId: string, reference: string): Promise<FoundAsset | null> => {
  const slug = slugOfPost(postId, site)
  const candidates = assetCandidates({ reference, postId, slug, site })
  const belowTyporaRoot = async () => {
    if (candidates.length === 0 || !/^\s*[\\/]/.test(reference) || joinPath(postId) !== postId) return null
    const typoraRootUrl = await typoraRootOf(site, join(site.postsRoot, postId))
    if (typoraRootUrl === undefined) return null
    return firstThere(site, assetCandidates({ reference, postId, slug, site, typoraRootUrl }))
  }
  return firstFound([() => firstThere(site, candidates), belowTyporaRoot], (look) => look())
}

const firstThere = (site: Site, candidates: readonly string[]): Promise<FoundAsset | null> => {
  const images = candidates.filter((candidate) => imageTypeOf(candidate) !== null && !isDevice(candidate))
  const spelled = async (sitePath: string | null, spelledOtherwise: boolean): Promise<FoundAsset | null> => {
    const path = sitePath === null ? null : await imageAt(site, join(site.root, sitePath))
    return sitePath === null || path === null ? null : { path, sitePath, spelledOtherwise }
  }
  const asWritten = images.map((candidate) => () => spelled(candidate, false))
  const otherwise = images.map(
    (candidate) => async () => spelled(await respelled(site.root, candidate), true),
  )
  return firstFound([...asWritten, ...otherwise], (look) => look())
}

/** The result of the first place that has one. An inaccessible place is an error only if no other has it. */
export const firstFound = async <P, T>(
  places: Iterable<P>,
  look: (place: P) => Promise<T | null>,
): Promise<T | null> => {
  let refusal: unknown = null
  for (const place of places) {
    try {
      const found = await look(place)
      if (found !== null) return found
    } catch (error) {
      if (!isDenied(error)) throw error
      refusal ??= error
    }
  }
  if (refusal !== null) throw refusal
  return null
}

const imageAt = (site: Site, path: string): Promise<string | null> => fileOfType(site, path, imageTypeOf)

/**
 * The real path of a file of this type inside the site, checked after following links; null otherwise. Throws
 * if it is not accessible.
 */
export const fileOfType = async (
  site: Site,
  path: string,
  typeOf: (path: string) => string | null,
): Promise<string | null> => {
  try {
    const real = await realPath(path)
    if (!isInside(real, site.root) && !isInside(real, site.postsRoot)) return null
    return typeOf(real) !== null && !isDevice(real) && (await stat(real)).isFile() ? real : null
  } catch (error) {
    if (isOneOf(absent, error)) return null
    throw error
  }
}

// The system's errors for a path without a file.
const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'])
const isOneOf = (codes: ReadonlySet<string>, error: unknown): boolean =>
  error instanceof Error && 'code' in error && codes.has(String(error.code))
/** Whether a file is missing or not accessible. */
const isClosed = (error: unknown): boolean => isOneOf(absent, error) || isDenied(error)

const isDevice = (path: string): boolean => process.platform === 'win32' && leadsToDevice(path)

const respelled = async (root: string, candidate: string): Promise<string | null> => {
  let path = ''
  for (const part of candidate.split('/')) {
    const name = await spelledIn(join(root, path), part)
    if (name === null) return null
    path = path === '' ? name : `${path}/${name}`
  }
  return path
}

const spelledIn = async (folder: string, name: string): Promise<string | null> => {
  try {
    return (await namesInFolder(folder)).spelled(name)
  } catch (error) {
    if (isClosed(error)) return null
    throw error
  }
}

// Read only when a reference is found nowhere else, so a few lines are parsed by hand.
const typoraRootOf = async (site: Site, post: string): Promise<string | undefined> => {
  const head = await startOf(site, post)
  const written = /^typora-root-url[ \t]*[:=][ \t]*(.+)$/m.exec(head)?.[1]?.trim()
  return written?.replace(/^(['"])(.*)\1$/, '$2')
}

const startOf = async (site: Site, path: string): Promise<string> => {
  try {
    const real = await realPath(path)
    if (!isInside(real, site.root) && !isInside(real, site.postsRoot)) return ''
    if (!(await stat(path)).isFile()) return ''
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(8192), 0, 8192, 0)
      return new TextDecoder().decode(buffer.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isClosed(error)) return ''
    throw error
  }
}
