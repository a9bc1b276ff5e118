import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import { rulesOf } from '../by-generator/rules-of'
import type { PageFile } from '../rules/address-rules'
import type { Page, SitePath } from '../rules/page'
import { addressKey } from './folded'

/** A page by its file and head. */
export const pageOf = (file: PageFile, site: SiteLayout): Page => {
  const rules = rulesOf(site)
  const slug = file.head.slug
    ?.replace(/(?<!\/)\/+$/, '')
    .split('/')
    .at(-1)
  return {
    path: file.path,
    address: rules.addressOf(file, site),
    aliases: file.head.aliases ?? [],
    slug: slug || rules.slugOf(file.path, site),
    language: rules.languageOf(file.path, site, file.head),
    ...(file.head.isHidden && { isHidden: true }),
    isPinned: file.head.permalink !== undefined || file.head.url !== undefined,
  }
}

/** The full address of a page, encoded; null if the site's or the page's is unknown. */
export const fullAddress = ({ address }: Page, site: SiteLayout): string | null =>
  site.address === null || address === null ? null : encodeURI(site.address + site.basePath + address)

/** The slug of a page by its file name and the rules of its site: without date, language and folders. */
export const slugInAddress = (path: SitePath, site: SiteLayout): string =>
  filePart(rulesOf(site).slugOf(path, site))

/**
 * A key that no two pages can share: a known address, otherwise the slug in its folder. If routes are code,
 * pages of different folders may have different addresses.
 */
export const shownAt = ({ path, address, slug, language, isPinned }: Page, site: SiteLayout): string => {
  if (address !== null && (isPinned || rulesOf(site).isExact)) return addressKey(address)
  const folder = hasIndexName(path) ? folderOf(folderOf(path)) : folderOf(path)
  return `${folder}: ${slug} ${language ?? ''}`
}

const hasIndexName = (path: SitePath): boolean => /(?:^|\/)_?index(?:\.[\w-]+)?\.\w+$/i.test(path)

/** The names by which a page is found without address or path: file name, slug, end of the address. */
export const namesOfPage = (page: Page, site: SiteLayout): readonly string[] => {
  const stem = nameWithoutExtension(filePart(page.path))
  const name = /^_?index(?:\.[\w-]+)?$/i.test(stem) ? filePart(folderOf(page.path)) || stem : stem
  const ofAddress =
    page.address === null ? '' : filePart(page.address.replace(/(?:\/index\.html?|\.html?|(?<!\/)\/+)$/i, ''))
  return [...new Set([name, page.slug, filePart(rulesOf(site).slugOf(page.path, site)), ofAddress])].filter(
    (one) => one !== '',
  )
}
