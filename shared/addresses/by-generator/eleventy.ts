import { itemAt } from '../../base/item-at'
import { filePart, folderOf, joinPath, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import { datedName } from '../rules/file-name'
import type { AddressHead, SitePath } from '../rules/page'
import { datePartsOf, latinSlug, tidied } from '../rules/patterns'

/** Eleventy: `permalink` of the head and of data files, else the path of the file. */
export const eleventy: AddressRules = {
  addressOf: ({ path, head }, site) => {
    if (head.isHidden) return null
    const inside = insideInput(path, site)
    const pattern = head.permalink ?? folderPattern(path, site)
    if (pattern === 'false') return null
    if (pattern !== undefined) return filledTemplate(pattern, inside, head)
    const folder = folderOf(inside)
    const name = nameWithoutExtension(filePart(inside))
    // `a/a.md` is also written to `a/index.html`.
    return tidied(name === 'index' || name === filePart(folder) ? `${folder}/` : `${folder}/${name}/`)
  },
  slugOf: (path) => fileSlug(path),
  languageOf: () => null,
  isExact: true,
  addsBase: false,
  relativeTo: 'address',
}

const insideInput = (path: SitePath, { addresses }: SiteLayout): string => {
  const folder = addresses?.content?.[0]?.folder ?? '.'
  return folder !== '.' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
}

const fileSlug = (path: SitePath): string => {
  const name = nameWithoutExtension(filePart(path))
  return datedName(name === 'index' ? filePart(folderOf(path)) : name).rest
}

/** The pattern in the data file of a page, or of the nearest folder. */
const folderPattern = (path: SitePath, { addresses }: SiteLayout): string | undefined => {
  const own = addresses?.permalinks?.[`${nameWithoutExtension(path)}.*`]
  if (own !== undefined) return own
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const pattern = addresses?.permalinks?.[folder === '' ? '.' : folder]
    if (pattern !== undefined || folder === '') return pattern
  }
}

/** Fills in the usual expressions of Liquid and Nunjucks in addresses; null if there are others. */
const filledTemplate = (pattern: string, inside: string, head: AddressHead): string | null => {
  const slug = fileSlug(inside)
  const date = datePartsOf(head.date ?? datedName(nameWithoutExtension(filePart(inside))).date)
  const filled = pattern.replace(/\{\{-?([^{}]*?)-?\}\}/g, (whole, expression: string) => {
    const [name = '', ...filters] = expression.split('|').map((part) => part.trim())
    const value =
      name === 'page.fileSlug'
        ? slug
        : name === 'page.filePathStem'
          ? `/${joinPath(folderOf(inside), datedName(nameWithoutExtension(filePart(inside))).rest)}`
          : name === 'title'
            ? head.title
            : name === 'slug'
              ? head.slug
              : undefined
    if (name === 'page.date' && date !== null) return dateFilter(filters[0] ?? '', date) ?? whole
    if (value === undefined) return whole
    if (filters.length === 0) return value
    return filters.length === 1 && /^slug(?:ify)?$/.test(itemAt(filters, 0))
      ? (latinSlug(value.replaceAll('_', ' ')) ?? whole)
      : whole
  })
  return /[{}]/.test(filled) ? null : tidied(filled)
}

const dateFilter = (filter: string, { year, month, day }: { year: string; month: string; day: string }) => {
  const [, format] = /^date:?\s*(?:\(\s*)?["']([^"']+)["']/.exec(filter) ?? []
  if (format === undefined) return null
  const filled = format.replaceAll('%Y', year).replaceAll('%m', month).replaceAll('%d', day)
  return filled.includes('%') ? null : filled
}
