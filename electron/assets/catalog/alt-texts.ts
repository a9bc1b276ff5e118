import type { CheckedPosts } from '../../../shared/checks/site/checked-posts'
import { findImage, type SiteFiles } from '../../../shared/checks/site/find-image'
import type { PostId } from '../../../shared/posts/post'
import { nameAtEnd } from '../../../shared/references/last-name'
import type { SiteLayout } from '../../../shared/site/site-layout'

const maxOffered = 20

/** The alt texts that posts use for the image a reference leads to, the most frequent first. */
export const altTexts = (
  reference: string,
  post: { readonly id: PostId; readonly slug: string },
  posts: CheckedPosts,
  site: SiteLayout,
  files: SiteFiles,
): readonly string[] => {
  const { path } = findImage(reference, post, site, files)
  if (path === null) return []
  const name = nameOf(path)
  const counts = new Map<string, number>()
  for (const other of posts.all())
    for (const { target, words } of other.images) {
      const alt = words?.trim() ?? ''
      // Filters by name first: resolving every reference takes long in a large site.
      if (alt === '' || nameOf(target) !== name || findImage(target, other, site, files).path !== path)
        continue
      counts.set(alt, (counts.get(alt) ?? 0) + 1)
    }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxOffered)
    .map(([alt]) => alt)
}

const nameOf = (reference: string): string => nameAtEnd(reference.replace(/[?#].*$/s, ''))
