import { filePart, folderOf, joinPath, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import { contentOf, datedName } from '../rules/file-name'
import type { AddressHead, SitePath } from '../rules/page'
import { tidied } from '../rules/patterns'
import { routeOf } from './by-folder'

/** Docusaurus: dated posts of a blog, docs by their path without numbers, `slug` and `id` of the head. */
export const docusaurus: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const page = routeOf(path)
    if (page !== null) return page
    const { folder, route, isBlog } = placeOf(path, site)
    const inside = path.slice(folder === '.' ? 0 : folder.length + 1)
    const address = isBlog ? (head.slug ?? blogSlug(inside)) : documentSlug(inside, head)
    return address === null ? null : tidied(`${route}/${address}`)
  },
  slugOf: (path) => {
    const name = nameWithoutExtension(filePart(path))
    return datedName(name === 'index' ? filePart(folderOf(path)) : name).rest
  },
  languageOf: () => null,
  isExact: true,
  addsBase: true,
  relativeTo: 'address',
}

interface Place {
  readonly folder: SitePath
  readonly route: string
  readonly isBlog: boolean
}

const placeOf = (path: SitePath, site: SiteLayout): Place => {
  const [translated, language = '', kind = ''] =
    /^(?:.*\/)?i18n\/([\w-]+)\/docusaurus-plugin-content-(blog|docs)(?:\/current)?(?=\/)/.exec(path) ?? []
  if (translated !== undefined)
    return { folder: translated, route: `${language}/${kind}`, isBlog: kind === 'blog' }
  const known = site.addresses?.content && contentOf(path, site, [])
  if (known)
    return {
      folder: known.folder,
      route: known.route ?? filePart(known.folder),
      isBlog: known.isBlog === true,
    }
  const folder = /^(?:.*\/)?(?:blogs?|docs)(?=\/)/.exec(path)?.[0] ?? site.postsFolder
  return { folder, route: filePart(folder), isBlog: /^blogs?$/.test(filePart(folder)) }
}

// `2021-01-02-x.md`, `2021-01-02-x/index.md`, `a/2021/01/02-x.md` (`parseBlogFileName`).
const blogSlug = (inside: string): string => {
  const stem = nameWithoutExtension(inside).replace(/\/index$/, '')
  const [, folder = '', date, name] = /^(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*)$/.exec(stem) ?? []
  return date === undefined || name === undefined ? stem : `${date.replaceAll('-', '/')}/${folder}${name}`
}

/** Null if the slug leads out of the docs folder (`getSlug`). */
const documentSlug = (inside: string, head: AddressHead): string | null => {
  if (head.slug?.startsWith('/')) return head.slug
  const folder = folderOf(inside).split('/').map(withoutNumber).join('/')
  const name = nameWithoutExtension(filePart(inside))
  const isIndex = ['index', 'readme', filePart(folderOf(inside)).toLowerCase()].includes(name.toLowerCase())
  if (head.slug === undefined && isIndex) return `${folder}/`
  const slug = head.slug ?? head.id ?? withoutNumber(name)
  const end = slug.endsWith('/') ? '/' : ''
  const joined = joinPath(folder, slug)
  return joined === null ? null : joined + end
}

// Names that look like dates or versions keep their numbers (`DefaultNumberPrefixParser`).
const withoutNumber = (name: string): string =>
  /^\d+[-_.]\d+/.test(name) ? name : name.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, '')
