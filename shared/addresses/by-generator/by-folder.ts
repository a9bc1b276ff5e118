import { habitsOf } from '../../generators/generators'
import { filePart, folderOf, joinPath, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import { dateInPostId, slugOfPost } from '../../site/slug'
import type { AddressRules, PageFile } from '../rules/address-rules'
import { withoutLanguage } from '../rules/file-name'
import type { SitePath } from '../rules/page'
import { datePartsOf, tidied } from '../rules/patterns'

/** Sites whose routes are code: the part before the slug is a guess, or set in `postwright.json`. */
export const byFolder: AddressRules = {
  addressOf: (page, site) => {
    const { head } = page
    const fixed = head.permalink ?? head.url
    if (fixed !== undefined) return /^\/[^{:]*$/.test(fixed) ? tidied(fixed) : null
    const route = routeOf(page.path)
    const address = route ?? guessed(page, site)
    return address === null ? null : endedLike(address, site)
  },
  slugOf: (path, site) => withoutLanguage(slugOfPost(path, site), site.addresses?.languages ?? [])[0],
  languageOf: (path, site) =>
    withoutLanguage(nameWithoutExtension(filePart(path)), site.addresses?.languages ?? [])[1],
  isExact: false,
  addsBase: false,
  relativeTo: 'file',
}

/** An address with or without a slash at its end, as the site is configured. */
export const endedLike = (address: string, { addresses }: SiteLayout): string => {
  if (addresses?.trailingSlash === undefined || address === '/' || /\.html?$/i.test(address)) return address
  return address.replace(/(?<!\/)\/+$/, '') + (addresses.trailingSlash ? '/' : '')
}

const guessed = ({ path, head }: PageFile, site: SiteLayout): string | null => {
  const { permalink } = habitsOf(site).address
  const date = datePartsOf(head.date ?? dateInPostId(path, site))
  if (date === null && /\{(?:year|month|day)\}/.test(permalink)) return null
  return tidied(
    permalink
      .replace('{section}', () => sectionOf(path))
      .replace('{year}', date?.year ?? '')
      .replace('{month}', date?.month ?? '')
      .replace('{day}', date?.day ?? '')
      .replace('{slug}', () => head.slug ?? byFolder.slugOf(path, site)),
  )
}

// `content/posts/2024/x.md` is in the section `posts/2024`; a bundle's own folder is its slug.
const sectionOf = (path: SitePath): string => {
  const bundle = /^index$/i.test(nameWithoutExtension(filePart(path)))
  const folder = bundle ? folderOf(folderOf(path)) : folderOf(path)
  return joinPath(folder.replace(/^(?:(?:src|content|data|pages|source|docs|app)\/)+/, '')) ?? ''
}

const routedFile = /^(?:src\/)?(?:pages|routes)\/(.+)\.(?:mdx?|markdown|astro|vue|svelte|html|[jt]sx?)$/
const appFile = /^(?:src\/)?(?:app|routes)\/(?:(.+)\/)?\+?page\.(?:mdx?|svelte|[jt]sx?)$/

/** The address of a file that is a route: `src/pages/about.astro`; null for dynamic routes and others. */
export const routeOf = (path: SitePath): string | null => {
  const route = appFile.exec(path)?.[1] ?? (appFile.test(path) ? '' : routedFile.exec(path)?.[1])
  if (route === undefined || /[[{]|^api\/|(?:^|\/)[_+$]/.test(route)) return null
  return tidied(route.replace(/\([^()]*\)\//g, '').replace(/(?:^|\/)index$/, ''))
}

/** The part before the slug in a dynamic route: `/blog` for `pages/blog/[slug].tsx`. */
export const routeFront = (path: SitePath): string | null => {
  const [, front] =
    /^(?:src\/)?(?:pages|app|routes)\/(?:(.+)\/)?(?:\[(?:\.\.\.)?(?:slug|id|post|path|entry|article|name|rest)\]|\{(?:Mdx|MarkdownRemark)\.)/i.exec(
      path,
    ) ?? []
  if (front === undefined && !/^(?:src\/)?(?:pages|app|routes)\/[[{]/.test(path)) return null
  return front?.includes('[') || front?.includes('{')
    ? null
    : tidied((front ?? '').replace(/\([^()]*\)\/?/g, ''))
}
