import { rulesOf } from '../../addresses/by-generator/rules-of'
import { filePart, folderOf, joinPath } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import { type PostRecord, pathOnSite } from './post-record'

/** The folder of an address, which tells what kind of page it is; empty for the top of the site. */
const folderOfAddress = (address: string): string => folderOf(withoutEnd(address))

const withoutEnd = (address: string): string => address.replace(/(?:\/index\.html?|(?<!\/)\/+)$/i, '')

/** The same for all dates: `/2021/05/a/` and `/2024/12/b/` have one shape. */
export const shapeOfFolder = (address: string): string =>
  folderOfAddress(address)
    .replace(/\/\d{4}(?=\/|$)/g, '/0000')
    .replace(/\/\d{1,2}(?=\/|$)/g, '/00')
    .normalize('NFC')
    .toLowerCase()

/** The address on the site that a link leads to, without its base path; null if it is not one. */
export const addressOfLink = (
  target: string,
  { address }: Pick<PostRecord, 'address'>,
  site: SiteLayout,
): string | null => {
  const written = (pathOnSite(target, site.address) ?? target).replace(/[?#].*$/s, '')
  if (written === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) return null
  const { basePath } = site
  const { addsBase, isExact, relativeTo } = rulesOf(site)
  if (!written.startsWith('/')) {
    if (!isExact || relativeTo !== 'address' || address === null || !/^\.\.?\//.test(written)) return null
    const joined = joinPath(address.slice(0, address.lastIndexOf('/') + 1), written)
    return joined === null ? null : `/${joined}`
  }
  if (basePath === '') return written
  if (written === basePath || written.startsWith(`${basePath}/`)) return written.slice(basePath.length) || '/'
  return addsBase && written === target.replace(/[?#].*$/s, '') ? written : null
}

/** Names of pages that generators and themes make beside posts: archives, pages of lists, feeds. */
const lists =
  /^(?:\d+|pages?|page-?\d+|tags?|topics?|categor(?:y|ies)|authors?|series|archives?|all|latest|search|feeds?|rss|atom|index|sitemap|drafts?)$/i

/** Whether an address has a name that lists and feeds have. */
export const isOfList = (address: string): boolean =>
  lists.test(filePart(withoutEnd(address)).replace(/\.html?$/i, ''))
