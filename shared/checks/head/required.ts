import type { FieldSchema } from '../../front-matter/schema/site-schema'
import { listOf } from '../../texts/list-of'
import { t } from '../../texts/translate'
import type { HeadField } from '../parts/read-head'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import type { PostRecord } from '../site/post-record'

/** Missing required fields. */
export const fieldRequired: SiteCheck = {
  name: 'field-required',
  severity: 'warning',
  about: t('checks.aboutRequired'),
  inSite: (post, site) => {
    const { head } = post
    if (head.problem) return []
    const missing = site.schema.fields.filter(
      (field) =>
        field.required && (isDeclared(field) || !isUnfinished(post, site)) && !has(post, field, site),
    )
    if (missing.length === 0) return []
    const names = missing.map(({ key }) => key)
    if (!head.exists && isOfProject.test(post.id)) return []
    if (!head.exists)
      return [
        { ...head.at, message: t('checks.noHead'), detail: t('checks.othersHave', { names: listOf(names) }) },
      ]
    return missing.map((field) => {
      const own = fieldNamed(post, field.key, site)
      return {
        ...(own?.at ?? head.at),
        field: field.key,
        severity: severityOf(field, post),
        message: own ? t('checks.isEmpty', { key: field.key }) : t('checks.isMissing', { key: field.key }),
        detail: isDeclared(field) ? t('checks.required') : t('checks.allOthers'),
      }
    })
  },
}

/** Files that accompany a repository, which are no posts though they are in the folder. */
const isOfProject =
  /^(?:readme|changelog|changes|history|licen[cs]e|contributing|code[_-]of[_-]conduct|security|support|authors|agents|claude|gemini)\.\w+$/i

/** A field by its key; Hugo ignores case. */
export const fieldNamed = (post: PostRecord, key: string, { layout }: CheckSite): HeadField | undefined =>
  post.head.fields.find((field) =>
    layout.profile === 'hugo' ? field.key.toLowerCase() === key.toLowerCase() : field.key === key,
  )

/** Drafts, posts that were just begun, and pages need not have what all other posts have. */
const isUnfinished = (post: PostRecord, site: CheckSite): boolean =>
  post.draft || post.isBlank || isPage(post, site)

/** Whether it is one of Pelican's pages, which are in the folder of its posts. */
export const isPage = ({ id }: PostRecord, { layout }: CheckSite): boolean =>
  layout.profile === 'pelican' &&
  (layout.addresses?.pelican?.pageFolders ?? ['pages']).some((folder) => id.startsWith(`${folder}/`))

const has = (post: PostRecord, field: FieldSchema, site: CheckSite): boolean => {
  const own = fieldNamed(post, field.key, site)
  if (own && own.kind !== 'empty') return true
  // A date in the file name counts as one in the front matter.
  return field.role === 'date' && post.head.common.date === '' && hasDateInName(post)
}

const hasDateInName = ({ id }: PostRecord): boolean => /(?:^|\/)\d{4}-\d{1,2}-\d{1,2}[-_]/.test(id)

const severityOf = (field: FieldSchema, post: PostRecord) => {
  if (!isDeclared(field)) return 'warning'
  return post.draft || post.isBlank ? 'hint' : 'error'
}

// The fields named in `postwright.json`.
const isDeclared = ({ label }: FieldSchema): boolean => label !== undefined
