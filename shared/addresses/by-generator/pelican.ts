import type { PelicanSettings } from '../../generators/shape/address-settings'
import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import { insideContent } from '../rules/file-name'
import type { AddressHead } from '../rules/page'
import { type DateParts, datePartsOf, dateValues, latinSlug, tidied } from '../rules/patterns'
import { pythonGroups } from '../rules/python-pattern'

const content = ['content']

/**
 * Pelican: `url` of the head, else `ARTICLE_URL` and `PAGE_URL` with the data of head, file name and path
 * (`parse_path_metadata`); a slug may come from the title.
 */
export const pelican: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const inside = insideContent(path, site, content)
    if (inside === null) return null
    if (head.url !== undefined) return tidied(head.url)
    const data = dataOf(inside, head, settingsOf(site))
    const slug = data && slugIn(inside, data, settingsOf(site))
    if (!data || slug === null) return null
    const { language = 'en' } = site
    return filledIn(patternOf(inside, data.lang ?? language, site), { lang: language, ...data, slug })
  },
  slugOf: (path, site) => {
    const name = nameWithoutExtension(filePart(path))
    return pythonGroups(settingsOf(site).fileName, name)?.slug ?? name
  },
  languageOf: () => null,
  isExact: true,
  addsBase: false,
  relativeTo: 'address',
}

const usual: PelicanSettings = {
  slugOfTitle: true,
  fileName: String.raw`(?P<date>\d{4}-\d{2}-\d{2}).*`,
  path: '',
  folderIsCategory: true,
  defaultCategory: 'misc',
  pageFolders: ['pages'],
}

const settingsOf = ({ addresses }: SiteLayout): PelicanSettings => addresses?.pelican ?? usual

type Data = Readonly<Record<string, string>>

/** The data by name; the head takes precedence, then the file name, the path and the folder. Null if unknown. */
const dataOf = (inside: string, head: AddressHead, settings: PelicanSettings): Data | null => {
  const ofName = pythonGroups(settings.fileName, nameWithoutExtension(filePart(inside)))
  const ofPath = pythonGroups(settings.path, inside)
  if (ofName === null || ofPath === null) return null
  const folder = filePart(folderOf(inside))
  const found: Record<string, string | undefined> = {
    category: settings.folderIsCategory && folder !== '' ? folder : settings.defaultCategory,
    ...ofPath,
    ...ofName,
    ...(head.slug !== undefined && { slug: head.slug }),
    ...(head.title !== undefined && { title: head.title }),
    ...(head.date !== undefined && { date: head.date }),
    ...(head.language !== undefined && { lang: head.language }),
    ...(head.categories?.[0] !== undefined && { category: head.categories[0] }),
  }
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

const patternOf = (inside: string, language: string, site: SiteLayout): string => {
  const isPage = settingsOf(site).pageFolders.some((folder) => inside.startsWith(`${folder}/`))
  const kind = isPage ? 'page' : 'article'
  const patterns = site.addresses?.permalinks ?? {}
  const front = isPage ? 'pages/' : ''
  return language === (site.language ?? 'en')
    ? (patterns[kind] ?? `${front}{slug}.html`)
    : (patterns[`${kind}-lang`] ?? `${front}{slug}-{lang}.html`)
}

const slugIn = (inside: string, { slug, title }: Data, { slugOfTitle }: PelicanSettings): string | null =>
  slug ?? latinSlug((slugOfTitle ? title : undefined) ?? nameWithoutExtension(filePart(inside)))

/** Fills in a pattern such as `{date:%Y}/{slug}/`, as Python does; null if a value is unknown. */
const filledIn = (pattern: string, data: Data): string | null => {
  const date = datePartsOf(data.date?.replace(/^(\d{4})(\d{2})(\d{2})(?!\d)/, '$1-$2-$3'))
  let isKnown = true
  const filled = pattern.replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name: string, format?: string) => {
    const value = placed(name, format, data, date)
    if (value === null) isKnown = false
    return value ?? ''
  })
  return isKnown ? tidied(filled).replace(/\/index\.html$/, '/') : null
}

const placed = (
  name: string,
  format: string | undefined,
  data: Data,
  date: DateParts | null,
): string | null => {
  if (name === 'date') return date === null ? null : formatted(date, format ?? '')
  const value = data[name]
  if (value === undefined) return null
  return name === 'category' || name === 'author' ? latinSlug(value) : value
}

const formatted = (date: DateParts, format: string): string | null => {
  const { year, month, day, time } = date
  const names = dateValues(date)
  const parts: Readonly<Record<string, string | null | undefined>> = {
    Y: year,
    y: year.slice(2),
    m: month,
    d: day,
    '-m': String(Number(month)),
    '-d': String(Number(day)),
    e: String(Number(day)).padStart(2),
    B: names.monthname,
    b: names.short_month,
    j: names.y_day,
    H: time[0],
    M: time[1],
    S: time[2],
  }
  let isKnown = format !== ''
  const filled = format.replace(/%(-?[A-Za-z%])/g, (_, letter: string) => {
    const value = letter === '%' ? '%' : parts[letter]
    if (value == null) isKnown = false
    return value ?? ''
  })
  return isKnown ? filled : null
}
