import { itemAt } from '../../base/item-at'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import { type NamedFile, namedFile } from '../rules/file-name'
import type { AddressHead, SitePath } from '../rules/page'
import { datePartsOf, dateValues, filledPattern, tidied } from '../rules/patterns'

const content = ['content']

/** Hugo: section, bundle, `url` and `slug` of the head, `permalinks` of the configuration, languages. */
export const hugo: AddressRules = {
  addressOf: ({ path, head }, site) => {
    const file = namedFile(path, site, content)
    if (file === null) return null
    const front = languageFront(file.language, site)
    if (head.url !== undefined) return hugoUrl(head.url, front)
    const address = file.isSection ? `/${file.folder}/` : pageAddress(file, head, site)
    return address === null ? null : tidied(front + urlized(address, site))
  },
  slugOf: (path, site) => {
    const file = namedFile(path, site, content)
    if (file === null) return path
    return file.isSection ? (file.folder.split('/').at(-1) ?? '') : file.name
  },
  languageOf: (path, site) =>
    namedFile(path, site, content)?.language ?? site.addresses?.defaultLanguage ?? null,
  isExact: true,
  addsBase: false,
  relativeTo: 'address',
}

const languageFront = (language: string | null, { addresses = {} }: SiteLayout): string => {
  const { defaultLanguage = addresses.languages?.[0], defaultInFolder } = addresses
  const own = language ?? defaultLanguage
  if (own === undefined || (addresses.languages?.length ?? 0) < 2) return ''
  return own === defaultLanguage && !defaultInFolder ? '' : `/${own.toLowerCase()}`
}

// A `url` with a leading slash is relative to the top of the site, others to that of the language.
const hugoUrl = (url: string, front: string): string | null => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return null
  return tidied(url.startsWith('/') ? url : `${front}/${url}`)
}

const pageAddress = (file: NamedFile, head: AddressHead, site: SiteLayout): string | null => {
  const { permalinks = {}, uglyUrls } = site.addresses ?? {}
  const pattern = permalinks[itemAt(file.folder.split('/'), 0)]
  const slug = head.slug ?? file.name
  if (pattern === undefined) return `/${file.folder}/${slug}${uglyUrls ? '.html' : '/'}`
  const title = head.title ?? file.name
  const sections = file.folder.split('/')
  return filledPattern(pattern.replace(/:sections\[[^\]]*\]/g, ':unknown'), {
    ...dateValues(datePartsOf(head.date)),
    section: itemAt(sections, 0),
    sections: file.folder,
    title: head.title === undefined ? null : segment(title),
    slug: segment(head.slug ?? title),
    filename: file.name,
    contentbasename: file.name,
    slugorfilename: segment(slug),
    slugorcontentbasename: segment(slug),
  })
}

const segment = (text: string): string => text.replaceAll('/', '-')

/** A path as sanitized by Hugo (`paths.Sanitize`): blanks become one hyphen, other characters are removed. */
const urlized = (path: string, { addresses }: SiteLayout): string => {
  let kept = ''
  let blank = false
  for (const letter of path.normalize('NFC')) {
    if (/[\p{L}\p{M}\p{Nd}._#+~@/\\-]/u.test(letter)) {
      if (blank && letter !== '-') kept += '-'
      blank = false
      kept += letter
    } else if (/\s/u.test(letter) && kept !== '' && !kept.endsWith('-')) blank = true
  }
  return addresses?.keepCase ? kept : kept.toLowerCase()
}

/** A page's path in `ref`: `/posts/old` for `content/posts/old/index.fr.md`; null if it is not a page. */
export const logicalPath = (path: SitePath, site: SiteLayout): string | null => {
  const file = namedFile(path, site, content)
  if (file === null) return null
  return tidied(file.isSection ? file.folder : `${file.folder}/${file.name}`)
}
