import type { SiteCheck } from '../site/check'

/** Posts at one address. */
export const slugClash: SiteCheck = {
  name: 'slug-clash',
  severity: 'error',
  about: 'Two posts have the same address on the site.',
  inSite: (post, site) => {
    const [other] = site.posts.clashing(post)
    if (!other) return []
    const field = post.head.fields.find(({ key }) => /^(?:slug|permalink|url)$/i.test(key))
    return [
      {
        ...(field?.at ?? post.head.at),
        ...(field ? { field: field.key } : {}),
        message: `**${other.id}** has the same address`,
        detail: post.address ?? post.page.slug,
      },
    ]
  },
}
