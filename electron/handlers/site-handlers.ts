import type { siteCalls } from '../../shared/ipc/site-calls'
import { imageInPost, sizesInPost } from '../assets/catalog/sizes-in-post'
import { imageProblem } from '../assets/image-problem'
import { listImages } from '../assets/list-images'
import type { HandlersOf } from '../security/ipc'
import type { Site } from '../site/detect-site'

export interface SiteHandlersOptions {
  /** The open site; throws an AppError if none is open. */
  readonly site: () => Site
}

/** The calls about the images of the open site. */
export const siteHandlers = ({ site }: SiteHandlersOptions): HandlersOf<typeof siteCalls> => ({
  listImages: (postId) => listImages(site(), postId),
  imageInPost: (postId, reference) => imageInPost(site(), postId, reference),
  sizesInPost: (postId, references) => sizesInPost(site(), postId, references),
  imageProblem: (postId, reference) => imageProblem(site(), postId, reference),
})
