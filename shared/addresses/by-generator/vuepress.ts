import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { AddressRules } from '../rules/address-rules'
import { insideContent } from '../rules/file-name'
import { datePartsOf, dateValues, filledPattern, tidied } from '../rules/patterns'
import { sourceOf } from './source-folder'

/** VuePress: `permalink` of the head, the pattern of the configuration, else the path with `.html`. */
export const vuepress: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const inside = insideContent(path, site, sourceOf(site))
    if (inside === null) return null
    const stem = nameWithoutExtension(inside)
    const pattern = head.permalink ?? patternOf(inside, site.addresses?.permalinks)
    if (pattern === undefined) return isIndex(stem) ? tidied(`${folderOf(stem)}/`) : tidied(`${stem}.html`)
    const { date, rest } = dated(filePart(isIndex(stem) ? folderOf(stem) : stem))
    const address = filledPattern(pattern, {
      ...dateValues(datePartsOf(head.date) ?? datePartsOf(date)),
      slug: head.slug ?? rest,
      regular: stem,
      raw: stem,
    })
    return address === null ? null : tidied(address)
  },
  slugOf: (path) => {
    const name = nameWithoutExtension(filePart(path))
    return dated(isIndex(name) ? filePart(folderOf(path)) || name : name).rest
  },
  languageOf: () => null,
  isExact: true,
  addsBase: true,
  relativeTo: 'address',
}

const isIndex = (stem: string): boolean => /^(?:index|readme)$/i.test(filePart(stem))

/** The pattern of a folder of posts, else that of all pages. */
const patternOf = (inside: string, patterns: Readonly<Record<string, string>> = {}): string | undefined =>
  Object.entries(patterns).find(([folder]) => folder !== '' && inside.startsWith(`${folder}/`))?.[1] ??
  patterns['']

// `2024-01-02-name` and `2024-01-name` (`resolvePageDate`).
const dated = (name: string): { readonly date: string | undefined; readonly rest: string } => {
  const [, date, rest] = /^(\d{4}-\d{1,2}(?:-\d{1,2})?)-(.+)$/.exec(name) ?? []
  if (date === undefined || rest === undefined) return { date: undefined, rest: name }
  return { date: date.split('-').length === 2 ? `${date}-1` : date, rest }
}
