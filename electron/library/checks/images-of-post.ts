import { isOfSite } from '../../../shared/checks/image/missing'
import {
  type FoundImages,
  findImage,
  type ImageAnswer,
  type SpelledFolders,
} from '../../../shared/checks/site/find-image'
import type { PostRecord } from '../../../shared/checks/site/post-record'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { siteFiles } from './site-files'

/** Looks for the images that posts name, in text and front matter, where the posts are read. */
export const imageFinder = (root: string, layout: SiteLayout): ((post: PostRecord) => FoundImages) => {
  const files = siteFiles(root)
  const folders: SpelledFolders = new Map()
  return (post) => {
    const found = new Map<string, ImageAnswer>()
    for (const reference of [post.head.common.image, ...post.images.map(({ target }) => target)])
      if (reference !== '' && !found.has(reference) && isOfSite(reference))
        found.set(reference, findImage(reference, post, layout, files, folders))
    return found
  }
}
