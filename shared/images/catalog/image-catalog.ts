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
  /** Another image with the same bytes; all of one kind name the first of them. */
  readonly sameAs: string | null
}

/** A reference of posts that leads to no image. */
export interface MissingImage {
  readonly reference: string
  readonly uses: readonly ImageUse[]
}

/** All images of a site. */
export interface ImageCatalog {
  readonly images: readonly CatalogImage[]
  readonly missing: readonly MissingImage[]
  /** False while not all posts were read, so that nothing can be said to be unused. */
  readonly isComplete: boolean
}

/** Width and height in pixels; null for an image that does not say, or is none. */
export type ImageSize = readonly [width: number, height: number] | null
