import { t } from '../../texts/translate'
import type { SiteCheck } from '../site/check'

/** Posts with the same address. */
export const slugClash: SiteCheck = {
  name: 'slug-clash',
  severity: 'error',
  about: t('checks.aboutClash'),
  inSite: (post, site) => {
    const [other] = site.posts.clashing(post)
    if (!other) return []
    const field = post.head.fields.find(({ key }) => /^(?:slug|permalink|url)$/i.test(key))
    return [
      {
        ...(field?.at ?? post.head.at),
        ...(field ? { field: field.key } : {}),
        message: t('checks.sameAddress', { id: other.id }),
        detail: post.address ?? post.page.slug,
      },
    ]
  },
}
