import { dateMs, dateParts } from '../../front-matter/dates/dates'
import type { GeneratorId } from '../../generators/shape/generator-id'
import { dateInPostId } from '../../site/slug'
import { t } from '../../texts/translate'
import type { Found } from '../findings/finding'
import type { HeadField } from '../parts/read-head'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import type { PostRecord } from '../site/post-record'

/** Invalid dates. */
export const dateInvalid: SiteCheck = {
  name: 'date-invalid',
  severity: 'error',
  about: t('checks.aboutDate'),
  inSite: (post, site) =>
    datesOf(post, site).flatMap(({ key, values, at }) => {
      const written = values[0] ?? ''
      if (isMeant(written, site.layout.profile) || dateParts(written) !== null) return []
      return [{ ...at, field: key, message: t('checks.notDate', { value: written }), detail: key }]
    }),
}

/** Dates in the future. */
export const dateFuture: SiteCheck = {
  name: 'date-future',
  severity: 'hint',
  about: t('checks.aboutFuture'),
  inSite: (post, site) => {
    const field = dateOf(post, site)
    if (!field || post.draft) return []
    const written = field.values[0] ?? ''
    const ms = dateMs(written)
    // A date without a zone is read as UTC, but comes up to 14 hours earlier in eastern time zones.
    const leeway = dateParts(written)?.offset == null ? eastMs : 0
    if (ms === null || ms - leeway <= site.now) return []
    return [{ ...field.at, field: field.key, message: t('checks.future', { value: written }) }]
  },
}

const eastMs = 14 * 3_600_000

/** Posts whose file name and front matter have different dates. */
export const dateFileName: SiteCheck = {
  name: 'date-file-name',
  severity: 'warning',
  about: t('checks.aboutFileDate'),
  inSite: (post, site) => {
    const field = dateOf(post, site)
    const inName = dateParts(padded(dateInPostId(post.id, site.layout)))
    const written = field?.values[0] ?? ''
    const inHead = dateParts(written)
    if (!field || !inName || !inHead) return []
    if (inName.year === inHead.year && inName.month === inHead.month && inName.day === inHead.day) return []
    const day = padded(dateInPostId(post.id, site.layout))
    return [found(field, written, day)]
  },
}

const found = (field: HeadField, written: string, day: string): Found => {
  const place = field.places[0]
  const isIso = /^\d{4}-\d\d-\d\d/.test(written)
  return {
    ...field.at,
    field: field.key,
    message: t('checks.twoDates', { date: written, day }),
    fixes:
      place && isIso
        ? [
            {
              label: t('checks.use', { value: day }),
              changes: [{ from: place.from, to: place.from + 10, insert: day }],
            },
          ]
        : [],
  }
}

const padded = (day: string): string =>
  day.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (_all, year: string, month: string, date: string) =>
    [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
  )

const datesOf = (post: PostRecord, { schema }: CheckSite): readonly HeadField[] => {
  const keys = new Set(
    schema.fields.filter(({ type, role }) => type === 'date' || role === 'date').map(({ key }) => key),
  )
  return post.head.fields.filter(({ key, kind }) => kind === 'text' && (keys.has(key) || dateName.test(key)))
}

const dateName =
  /^(?:.*date|(?:pub|publish|posted|created|updated|modified|last_?mod(?:ified)?|expires?)(?:ed|_?at|_?on)?)$/i

/** The field with the publication date. */
const dateOf = (post: PostRecord, site: CheckSite): HeadField | undefined =>
  datesOf(post, site).find(({ values }) => values[0]?.trim() === post.head.common.date)

// Eleventy's keywords for automatic dates, dates that a template fills in, and two forms that depend on the
// generator: Hugo reads seconds since 1970, the others parse periods.
const isMeant = (written: string, profile: GeneratorId): boolean =>
  (profile === 'hugo' ? /^\d{9,10}$/ : /^\d{4}\.\d{1,2}\.\d{1,2}$/).test(written.trim()) ||
  /^(?:git )?(?:last modified|created)$/i.test(written.trim()) ||
  /[{}]/.test(written) ||
  written.trim() === ''
