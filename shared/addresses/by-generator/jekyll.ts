import { itemAt } from '../../base/item-at'
import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import { datedName } from '../rules/file-name'
import type { AddressHead, SitePath } from '../rules/page'
import { datePartsOf, dateValues, filledPattern, hyphenated, tidied } from '../rules/patterns'

const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

/** Jekyll: `permalink` of head, `defaults` and site, date and slug of the name, categories, collections. */
export const jekyll: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const inside = insideSource(path, site)
    if (/(?:^|\/)_drafts\//.test(inside)) return null // not built, or with the date of the build
    const posts = /^(.*?)(?:^|\/)_posts\/(.+)$/.exec(inside)
    const collection = posts ? null : /^_([^/]+)\/(.+)$/.exec(inside)
    const type = posts ? 'posts' : (collection?.[1] ?? 'pages')
    if (collection && !site.addresses?.collections?.includes(type)) return null
    const fixed = head.permalink ?? fixedByDefaults(inside, type, site)
    if (posts) return postAddress(itemAt(posts, 1), itemAt(posts, 2), head, fixed, site)
    if (collection) return collectionAddress(type, itemAt(collection, 2), head, fixed, site)
    return pageAddress(inside, head, fixed, site)
  },
  slugOf: (path) => datedName(nameWithoutExtension(filePart(path))).rest,
  // Plugins for languages, such as jekyll-polyglot, read the language from the head.
  languageOf: (_path, _site, head) => head?.language ?? null,
  isExact: true,
  addsBase: false,
  relativeTo: 'address',
}

/** The path of a file inside the folder that Jekyll builds from. */
const insideSource = (path: SitePath, { publicFolders }: SiteLayout): string => {
  const source = publicFolders.find((folder) => folder !== '.' && path.startsWith(`${folder}/`))
  return source === undefined ? path : path.slice(source.length + 1)
}

const fixedByDefaults = (inside: string, type: string, { addresses }: SiteLayout): string | undefined =>
  addresses?.defaults
    ?.filter(
      (scope) =>
        (scope.type === '' || scope.type === type) &&
        (scope.path === '' || `${inside}/`.startsWith(`${scope.path}/`)),
    )
    .sort((a, b) => b.path.length - a.path.length)[0]?.permalink

const postAddress = (
  above: string,
  below: string,
  head: AddressHead,
  fixed: string | undefined,
  site: SiteLayout,
): string | null => {
  const { date, rest } = datedName(nameWithoutExtension(filePart(below)))
  if (date === undefined) return null
  const pattern = fixed ?? site.addresses?.permalinks?.posts ?? site.addresses?.permalinks?.[''] ?? 'date'
  const categories = [...above.split('/').filter(Boolean), ...categoriesOf(head)]
  const slug = head.slug ?? rest
  return filled(styles[pattern] ?? pattern, {
    ...dateValues(datePartsOf(head.date) ?? datePartsOf(date)),
    categories: [...new Set(categories.map((name) => hyphenated(name.toLowerCase(), '_.')))].join('/'),
    slugified_categories: [...new Set(categories.map((name) => hyphenated(name.toLowerCase())))].join('/'),
    title: prettySlug(slug),
    slug: hyphenated(slug.toLowerCase()),
    output_ext: '.html',
  })
}

const collectionAddress = (
  name: string,
  below: string,
  head: AddressHead,
  fixed: string | undefined,
  site: SiteLayout,
): string | null => {
  const site0 = site.addresses?.permalinks
  const general = site0?.[''] ?? ''
  const pretty = general === 'pretty' || general.endsWith('/')
  const pattern = fixed ?? site0?.[name] ?? `/:collection/:path${pretty ? '/' : ':output_ext'}`
  const stem = nameWithoutExtension(below)
  return filled(pattern, {
    ...dateValues(datePartsOf(head.date)),
    collection: name,
    path: stem,
    name: hyphenated(filePart(stem).toLowerCase()),
    title: prettySlug(head.slug ?? filePart(stem)),
    slug: hyphenated((head.slug ?? filePart(stem)).toLowerCase()),
    categories: categoriesOf(head).join('/'),
    output_ext: '.html',
  })
}

const pageAddress = (
  inside: string,
  head: AddressHead,
  fixed: string | undefined,
  site: SiteLayout,
): string | null => {
  const general = site.addresses?.permalinks?.[''] ?? ''
  const pretty = general === 'pretty' || general.endsWith('/')
  const stem = nameWithoutExtension(filePart(inside))
  const values = { path: folderOf(inside), basename: stem, title: head.slug ?? stem, output_ext: '.html' }
  if (fixed !== undefined) return filled(fixed, values)
  if (stem === 'index') return tidied(`${folderOf(inside)}/`)
  return tidied(`${folderOf(inside)}/${stem}${pretty ? '/' : '.html'}`)
}

const filled = (pattern: string, values: Readonly<Record<string, string | null>>): string | null => {
  const address = filledPattern(pattern, values)
  return address === null ? null : tidied(address)
}

const categoriesOf = ({ categories = [] }: AddressHead): readonly string[] =>
  categories.length === 1 ? (categories[0]?.split(/\s+/).filter(Boolean) ?? []) : categories

/** `Utils.slugify` in its mode `pretty`, which keeps these characters. */
const prettySlug = (text: string): string => hyphenated(text, "._~!$&'()+,;=@")
