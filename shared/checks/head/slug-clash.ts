import { datedName } from '../../addresses/rules/file-name'
import { filePart } from '../../site/post-path'
import { t } from '../../texts/translate'
import type { SiteCheck } from '../site/check'
import type { PostRecord } from '../site/post-record'

/** Posts with the same address. */
export const slugClash: SiteCheck = {
  name: 'slug-clash',
  severity: 'error',
  about: t('checks.aboutClash'),
  inSite: (post, site) => {
    const other = site.posts.clashing(post).find((one) => !mayDiffer(post, one))
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

/** Whether the date in the file names may be part of addresses that are unknown. */
const mayDiffer = (post: PostRecord, other: PostRecord): boolean =>
  post.address === null && datedName(filePart(post.id)).date !== datedName(filePart(other.id)).date
