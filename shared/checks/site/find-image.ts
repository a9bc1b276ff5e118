import { imageTypeOf } from '../../base/image-types'
import type { PostId } from '../../posts/post'
import { filePart, folderOf, joinPath, nameWithoutExtension } from '../../site/post-path'
import { assetCandidates } from '../../site/resolve-asset'
import type { SiteLayout } from '../../site/site-layout'
import { type FolderListing, foldName } from './folder-listing'
import { nearest } from './nearest'

/** The files of the site on the disk; paths are relative to its root, `/` separated, empty for the root. */
export interface SiteFiles {
  /** The names in a folder; null if it does not exist or may not be read. */
  readonly names: (folder: string) => FolderListing | null
  /** The size of a file in bytes; null if it is not a file. */
  readonly size: (path: string) => number | null
}

/** The result of resolving an image reference of a post. */
export interface ImageAnswer {
  /** The path of the file, spelled as on the disk; null if none was found. */
  readonly path: string | null
  /** The file is found only if letter case is ignored. */
  readonly spelledOtherwise: boolean
  readonly size: number
  /** A file in the same folder that was probably meant. */
  readonly near: { readonly path: string; readonly name: string } | null
  /** The folder of the file, or the first folder where it could be. */
  readonly folder: string | null
}

/** The results for the image references of a post, by reference. */
export type FoundImages = ReadonlyMap<string, ImageAnswer>

/** Folders as spelled on the disk; null for one that does not exist in any spelling. */
export type SpelledFolders = Map<string, string | null>

/** Finds the image of a reference, in the same order as the editor and the preview. */
export const findImage = (
  reference: string,
  post: { readonly id: PostId; readonly slug: string },
  site: SiteLayout,
  files: SiteFiles,
  spelledFolders: SpelledFolders = new Map(),
): ImageAnswer => {
  const candidates = assetCandidates({ reference, postId: post.id, slug: post.slug, site })
  const images = candidates.filter((path) => imageTypeOf(path) !== null).map((path) => placeOf(path, files))
  for (const spelledOtherwise of [false, true])
    for (const candidate of images) {
      const path = spelledOtherwise
        ? respelled(candidate.path, files, spelledFolders)
        : candidate.names?.has(candidate.name)
          ? candidate.path
          : null
      const size = path === null ? null : files.size(path)
      if (path !== null && size !== null)
        return { path, spelledOtherwise, size, near: null, folder: folderOf(path) }
    }
  const near = nearImage(images)
  const folder = near ? folderOf(near.path) : (images[0]?.folder ?? null)
  return { path: null, spelledOtherwise: false, size: 0, near, folder }
}

/** A path where an image could be, with the names in its folder. */
interface ImagePlace {
  readonly path: string
  readonly folder: string
  readonly name: string
  readonly names: FolderListing | null
}

const placeOf = (path: string, files: SiteFiles): ImagePlace => {
  const folder = folderOf(path)
  return { path, folder, name: filePart(path), names: files.names(folder) }
}

const respelled = (path: string, files: SiteFiles, known: SpelledFolders): string | null => {
  const folder = spelledFolder(folderOf(path), files, known)
  const name = folder === null ? null : (files.names(folder)?.spelled(filePart(path)) ?? null)
  return name && joinPath(folder ?? '', name)
}

const spelledFolder = (folder: string, files: SiteFiles, known: SpelledFolders): string | null => {
  if (folder === '') return ''
  const before = known.get(folder)
  if (before !== undefined) return before
  const found = respelled(folder, files, known)
  known.set(folder, found)
  return found
}

const nearImage = (images: readonly ImagePlace[]): ImageAnswer['near'] => {
  for (const { folder, name: written, names: listing } of images) {
    const names = listing?.images()
    if (!names?.length) continue
    const stem = foldName(nameWithoutExtension(written))
    const name =
      names.find((other) => foldName(nameWithoutExtension(other)) === stem) ?? nearest(written, names)
    const found = name && joinPath(folder, name)
    if (name && found) return { path: found, name }
  }
  return null
}
