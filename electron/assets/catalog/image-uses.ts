import { imageTypeOf } from '../../../shared/base/image-types'
import { isOfSite } from '../../../shared/checks/image/missing'
import type { CheckedPosts } from '../../../shared/checks/site/checked-posts'
import { findImage, type SiteFiles } from '../../../shared/checks/site/find-image'
import type { ImageUse, MissingImage } from '../../../shared/images/catalog/image-catalog'
import { hasUnknownAlias } from '../../../shared/site/path-alias'
import type { SiteLayout } from '../../../shared/site/site-layout'

/** The places where posts show images, by the path of the image, and references to images that do not exist. */
export interface ImageUses {
  readonly uses: ReadonlyMap<string, readonly ImageUse[]>
  readonly missing: readonly MissingImage[]
}

/** Resolves all image references of all posts, in text and front matter, as the preview does. */
export const imageUses = async (
  posts: CheckedPosts,
  site: SiteLayout,
  files: SiteFiles,
  pause: () => Promise<void> | null,
): Promise<ImageUses> => {
  const uses = new Map<string, ImageUse[]>()
  const missing = new Map<string, ImageUse[]>()
  for (const post of posts.all()) {
    const add = (reference: string, use: ImageUse) => {
      if (!isOfSite(reference)) return
      const { path } = findImage(reference, post, site, files)
      if (path === null && hasUnknownAlias(reference, site)) return
      const [found, key] = path === null ? [missing, reference] : [uses, path]
      found.set(key, [...(found.get(key) ?? []), use])
    }
    const { id } = post
    for (const { target, line, words } of post.images) add(target, { id, line, alt: words })
    for (const { values, at, places } of post.head.fields)
      for (const [index, value] of values.entries())
        if (imageTypeOf(value.replace(/[?#].*$/s, '')) !== null)
          add(value, { id, line: places[index]?.line ?? at.line, alt: null })
    await pause()
  }
  return { uses, missing: [...missing].map(([reference, all]) => ({ reference, uses: all })) }
}
