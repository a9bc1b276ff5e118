import type { PostId } from '../../posts/post'

/** A place where a post shows an image. */
export interface ImageUse {
  readonly id: PostId
  readonly line: number
  /** What is read in its place; null for one in the front matter, or whose form has no such words. */
  readonly alt: string | null
}

/** An image of the site. */
export interface CatalogImage {
  /** Path inside the site, `/` separated. */
  readonly path: string
  readonly size: number
  readonly modifiedMs: number
  readonly uses: readonly ImageUse[]
  /** A page or a layout outside the posts that names it; null where none does. */
  readonly usedBy: string | null
  /** Another image with the same bytes, if they were compared; all of one kind name the first of them. */
  readonly sameAs: string | null
}

/** Each duplicate with the first image that has the same bytes. */
export type SameImages = readonly (readonly [path: string, first: string])[]

/** The images with their duplicates. */
export const withSame = (catalog: ImageCatalog, same: SameImages): ImageCatalog => {
  const firsts = new Map(same)
  const images = catalog.images.map((image) => ({ ...image, sameAs: firsts.get(image.path) ?? null }))
  return { ...catalog, images }
}

/** A reference of posts that leads to no image. */
export interface MissingImage {
  readonly reference: string
  readonly uses: readonly ImageUse[]
}

/** A file or folder that exists and cannot be read, with the reason. */
export interface UnreadableFile {
  /** Path inside the site; empty for the site itself. */
  readonly path: string
  readonly reason: string
}

/** All images of a site. */
export interface ImageCatalog {
  readonly images: readonly CatalogImage[]
  readonly missing: readonly MissingImage[]
  /** Images and folders that cannot be read, at most 100. */
  readonly unreadable: readonly UnreadableFile[]
  /** False while not all posts were read, so that nothing can be said to be unused. */
  readonly isComplete: boolean
}

/** Width and height in pixels; null for an image that does not say, or is none. */
export type ImageSize = readonly [width: number, height: number] | null

/** The same, or why the file cannot be read. */
export type MeasuredImage = ImageSize | { readonly unreadable: string }

/** The size in pixels; null if it is unknown for any reason. */
export const sizeOf = (measured: MeasuredImage | undefined): ImageSize =>
  measured && 'unreadable' in measured ? null : (measured ?? null)
