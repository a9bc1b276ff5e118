import { keyOfRole } from '../../front-matter/schema/roles'
import { type FieldSchema, fieldOf } from '../../front-matter/schema/site-schema'
import { t } from '../../texts/translate'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import type { PostRecord } from '../site/post-record'
import { fieldNamed, isPage } from './required'

/** Missing descriptions. */
export const descriptionMissing: SiteCheck = {
  name: 'description-missing',
  severity: 'warning',
  about: t('checks.aboutSummary'),
  inSite: (post, site) => {
    const field = summaryField(site)
    const { head } = post
    if (
      !field ||
      field.required ||
      head.problem ||
      !head.exists ||
      post.draft ||
      post.isBlank ||
      isPage(post, site)
    )
      return []
    if (field.count < site.schema.posts * 0.6) return []
    const own = fieldNamed(post, field.key, site)
    if (hasSummary(post, site)) return []
    const message = own ? t('checks.isEmpty', { key: field.key }) : t('checks.isMissing', { key: field.key })
    return [{ ...(own?.at ?? head.at), field: field.key, message, detail: t('checks.mostHave') }]
  },
}

/** The length that search engines show of a description. */
const shown = 160

/** Descriptions that are too long to be shown completely. */
export const fieldLength: SiteCheck = {
  name: 'field-length',
  severity: 'warning',
  about: t('checks.aboutLongSummary'),
  inSite: (post, site) => {
    const field = summaryField(site)
    if (!field) return []
    const own = fieldNamed(post, field.key, site)
    if (own?.kind !== 'text') return []
    // If a site's descriptions are usually longer, they are not for search engines.
    const most = (field.usualLength ?? 0) > shown ? Math.ceil((field.usualLength ?? 0) * 1.5) : shown
    if (own.length <= most) return []
    const message = t('checks.longText', { key: own.key, length: own.length })
    const detail =
      most === shown
        ? t('checks.shownLength', { length: shown })
        : t('checks.usualLength', { length: field.usualLength ?? most })
    return [{ ...own.at, field: own.key, message, detail }]
  },
}

/** Whether the post has a summary under any key: some posts have `excerpt`, others `info`. */
const hasSummary = ({ head }: PostRecord, { schema }: CheckSite): boolean =>
  head.fields.some(({ key, kind }) => kind !== 'empty' && fieldOf(schema, key)?.role === 'summary')

const summaryField = ({ schema }: CheckSite): FieldSchema | null => {
  const key = keyOfRole('summary', schema)
  return key === null ? null : fieldOf(schema, key)
}
