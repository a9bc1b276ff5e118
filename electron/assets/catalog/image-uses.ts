import { imageTypeOf } from '../../../shared/base/image-types'
import { isOfSite } from '../../../shared/checks/image/missing'
import type { CheckedPosts } from '../../../shared/checks/site/checked-posts'
import { findImage, type SiteFiles } from '../../../shared/checks/site/find-image'
import type { ImageUse, MissingImage } from '../../../shared/images/catalog/image-catalog'
import type { PostId } from '../../../shared/posts/post'
import { hasUnknownAlias } from '../../../shared/site/path-alias'
import { filePart } from '../../../shared/site/post-path'
import type { SiteLayout } from '../../../shared/site/site-layout'

/** The places where posts show images, by the path of the image, and references to images that do not exist. */
export interface ImageUses {
  readonly uses: ReadonlyMap<string, readonly ImageUse[]>
  readonly missing: readonly MissingImage[]
  /** The names, in lower case, that posts mention in a way that leads to no image, each with one such post. */
  readonly mentioned: ReadonlyMap<string, PostId>
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
  const mentioned = new Map<string, PostId>()
  for (const post of posts.all()) {
    const add = (reference: string, use: ImageUse) => {
      if (!isOfSite(reference)) return
      const { path } = findImage(reference, post, site, files)
      if (path === null && hasUnknownAlias(reference, site)) return
      if (path === null) mentioned.set(nameOf(reference), use.id)
      const [found, key] = path === null ? [missing, reference] : [uses, path]
      found.set(key, [...(found.get(key) ?? []), use])
    }
    const { id } = post
    for (const { target, line, words } of post.images) add(target, { id, line, alt: words })
    for (const { values, at, places } of post.head.fields)
      for (const [index, value] of values.entries())
        if (imageTypeOf(value.replace(/[?#].*$/s, '')) !== null)
          add(value, { id, line: places[index]?.line ?? at.line, alt: null })
    for (const { target, line } of post.named) {
      const { path } = isOfSite(target) ? findImage(target, post, site, files) : { path: null }
      if (path === null) mentioned.set(nameOf(target), id)
      else if (!uses.get(path)?.some((use) => use.id === id))
        uses.set(path, [...(uses.get(path) ?? []), { id, line, alt: null }])
    }
    await pause()
  }
  return {
    mentioned,
    uses,
    missing: [...missing].map(([reference, all]) => ({ reference, uses: all })),
  }
}

const nameOf = (target: string): string => filePart(target.replace(/[?#].*$/s, '')).toLowerCase()
