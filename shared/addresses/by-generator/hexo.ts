import { nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import type { AddressHead, SitePath } from '../rules/page'
import { datePartsOf, dateValues, filledPattern, tidied } from '../rules/patterns'

/** Hexo: `permalink` of head and configuration; `:title` in it is the path below `_posts`. */
export const hexo: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const post = insidePosts(path, site)
    if (post === null) return pageAddress(path, head, site)
    if (/(?:^|\/)_drafts\//.test(path)) return null
    if (head.permalink !== undefined)
      return tidied(/(?:\/|\.html?)$/.test(head.permalink) ? head.permalink : `${head.permalink}.html`)
    const { slug, date } = hexoName(post, site)
    const pattern = site.addresses?.permalinks?.[''] ?? ':year/:month/:day/:title/'
    const category = head.categories?.[0]
    const address = filledPattern(pattern, {
      ...dateValues(datePartsOf(head.date) ?? date),
      title: slug,
      name: slug.slice(slug.lastIndexOf('/') + 1),
      post_title: head.title === undefined ? null : head.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'),
      id: head.id ?? null,
      category: category === undefined ? 'uncategorized' : category,
      lang: head.language ?? null,
    })
    return address === null ? null : tidied(address)
  },
  slugOf: (path, site) => {
    const post = insidePosts(path, site)
    return post === null ? nameWithoutExtension(path) : hexoName(post, site).slug
  },
  languageOf: () => null,
  isExact: true,
  addsBase: false,
  relativeTo: 'address',
}

/** The path of a post below `_posts`; null for a page. */
const insidePosts = (path: SitePath, { postsFolder }: SiteLayout): string | null =>
  /(?:^|\/)_(?:posts|drafts)\/(.+)$/.exec(path)?.[1] ??
  (path.startsWith(`${postsFolder}/`) && postsFolder.endsWith('_posts')
    ? path.slice(postsFolder.length + 1)
    : null)

/** The slug and date in the name of a post, by the pattern for the names of new posts. */
const hexoName = (inside: string, { addresses }: SiteLayout) => {
  const stem = nameWithoutExtension(inside)
  const pattern = nameWithoutExtension(addresses?.newPostName ?? ':title.md')
  const names: string[] = []
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:(\w+)/g, (_, name: string) => {
    const isAgain = names.includes(name)
    names.push(name)
    // A second free group would be tried with every length of the first.
    if (isAgain) return `(\\${names.indexOf(name) + 1})`
    return name === 'title'
      ? '(.+)'
      : name === 'year'
        ? '(\\d{4})'
        : name.startsWith('i_')
          ? '(\\d{1,2})'
          : '(\\d{2})'
  })
  const match = new RegExp(`^${source}$`).exec(stem)
  const value = (name: string) => match?.[names.indexOf(name) + 1]
  const [year, month, day] = ['year', 'month', 'day'].map(value)
  return {
    slug: (names.includes('title') ? value('title') : undefined) ?? stem,
    date:
      names.includes('year') && names.includes('month')
        ? datePartsOf(`${year}-${month}-${day ?? '1'}`)
        : null,
  }
}

const pageAddress = (path: SitePath, head: AddressHead, { publicFolders }: SiteLayout): string | null => {
  const source = publicFolders.find((folder) => path.startsWith(`${folder}/`))
  if (source === undefined) return null
  if (head.permalink !== undefined) return tidied(head.permalink)
  const stem = nameWithoutExtension(path.slice(source.length + 1))
  return tidied(stem === 'index' || stem.endsWith('/index') ? stem.slice(0, -'index'.length) : `${stem}.html`)
}
