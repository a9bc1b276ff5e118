import type { siteCalls } from '../../shared/ipc/site-calls'
import { sizesInPost } from '../assets/catalog/sizes-in-post'
import { imageProblem } from '../assets/image-problem'
import { listImages } from '../assets/list-images'
import type { Thumbnails } from '../assets/thumbnails'
import type { HandlersOf } from '../security/ipc'
import type { Site } from '../site/detect-site'

export interface SiteHandlersOptions {
  /** The open site; throws an AppError if none is open. */
  readonly site: () => Site
  readonly thumbnails: Thumbnails
}

/** The calls about the images of the open site. */
export const siteHandlers = ({ site, thumbnails }: SiteHandlersOptions): HandlersOf<typeof siteCalls> => ({
  thumbnailDrawn: thumbnails.drawn,
  listImages: (postId) => listImages(site(), postId),
  sizesInPost: (postId, references) => sizesInPost(site(), postId, references),
  imageProblem: (postId, reference) => imageProblem(site(), postId, reference),
})
