import { filePart, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import { datedName, insideContent, withoutLanguage } from '../rules/file-name'
import type { AddressHead } from '../rules/page'
import { type DateParts, datePartsOf, latinSlug, tidied } from '../rules/patterns'

const content = ['content']

/** Pelican: `url` and `slug` of the head, `ARTICLE_URL` and `PAGE_URL`; a slug may come from the title. */
export const pelican: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const inside = insideContent(path, site, content)
    if (inside === null) return null
    if (head.url !== undefined) return tidied(head.url)
    const kind = /^pages\//.test(inside) ? 'page' : 'article'
    const slug = slugIn(inside, head, site)
    return slug === null ? null : filledIn(patternOf(kind, site), inside, slug, head, site)
  },
  slugOf: (path, site) =>
    withoutLanguage(nameWithoutExtension(filePart(path)), site.addresses?.languages ?? [])[0],
  languageOf: () => null,
  isExact: true,
  addsBase: false,
  relativeTo: 'address',
}

const patternOf = (kind: 'page' | 'article', { addresses }: SiteLayout): string =>
  addresses?.permalinks?.[kind] ?? (kind === 'page' ? 'pages/{slug}.html' : '{slug}.html')

const slugIn = (inside: string, head: AddressHead, { addresses }: SiteLayout): string | null => {
  if (head.slug !== undefined) return head.slug
  const name = nameWithoutExtension(filePart(inside))
  if (addresses?.slugOfTitle === false) return latinSlug(datedName(name).rest)
  return latinSlug(head.title ?? name)
}

/** Fills in a pattern such as `{date:%Y}/{slug}/`, as Python does; null if a value is unknown. */
const filledIn = (
  pattern: string,
  inside: string,
  slug: string,
  head: AddressHead,
  { language = 'en' }: SiteLayout,
): string | null => {
  const date = datePartsOf(head.date) ?? datePartsOf(datedName(filePart(inside)).date)
  const category = head.categories?.[0] ?? (inside.includes('/') ? inside.split('/').at(-2) : 'misc')
  const values: Readonly<Record<string, string | null>> = {
    slug,
    lang: head.language ?? language,
    category: latinSlug(category ?? 'misc'),
  }
  let isKnown = true
  const filled = pattern.replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name: string, format?: string) => {
    const value =
      name === 'date' ? (date === null ? null : formatted(date, format ?? '')) : (values[name] ?? null)
    if (value === null) isKnown = false
    return value ?? ''
  })
  return isKnown ? tidied(filled).replace(/\/index\.html$/, '/') : null
}

const formatted = ({ year, month, day }: DateParts, format: string): string | null => {
  const filled = format
    .replaceAll('%Y', year)
    .replaceAll('%m', month)
    .replaceAll('%d', day)
    .replaceAll('%-m', String(Number(month)))
    .replaceAll('%-d', String(Number(day)))
  return filled === '' || filled.includes('%') ? null : filled
}
