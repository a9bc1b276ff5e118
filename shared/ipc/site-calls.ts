import { z } from 'zod'
import { type PostId, postId } from '../post'
import { call, returns } from './define'

/** An image of the site, as the picker and the completion show it. */
export interface SiteImage {
  /** Path inside the site, `/` separated. */
  readonly path: string
  /** What to write in the post that asked, by the habits of the site. */
  readonly reference: string
  readonly size: number
}

/** A new image to keep in the site's image folder of a post. */
export const imageToImport = z.object({
  name: z.string().max(255),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 50_000_000, 'larger than 50 MB'),
})

export const siteCalls = {
  /** Images the post can use: its own folder first, then the rest of the site, at most 2,000. */
  listImages: call(z.tuple([postId]), returns<readonly SiteImage[]>()),
  /** Writes the image where the site keeps the images of this post and answers the reference to write. */
  importImage: call(z.tuple([postId, imageToImport]), returns<{ readonly reference: string }>()),
} as const

/** Where the window finds the image `reference` of `post`; main resolves it, so a missing one answers 404. */
export const assetUrl = (post: PostId, reference: string): string =>
  `asset://site/${encodeURIComponent(post)}?ref=${encodeURIComponent(reference)}`
