import type { SiteLayout } from '../../site/site-layout'
import type { AddressHead, SitePath } from './page'

/** A page as its file says it. */
export interface PageFile {
  readonly path: SitePath
  readonly head: AddressHead
}

/** How a generator makes the addresses of its pages. */
export interface AddressRules {
  /** Where the site shows a page, `/` first and without the base path; null where that cannot be told. */
  readonly addressOf: (page: PageFile, site: SiteLayout) => string | null
  /** The name of a file as its generator has it: without date, language and extension, that of the folder for a bundle. */
  readonly slugOf: (path: SitePath, site: SiteLayout) => string
  /** The language that the file of a page says it is in; null where it says none. */
  readonly languageOf: (path: SitePath, site: SiteLayout, head?: AddressHead) => string | null
  /** Addresses are what they are said to be; else only their end is, and what stands before it is the site's own affair. */
  readonly isExact: boolean
  /** The generator puts the base path in front of addresses in posts itself. */
  readonly addsBase: boolean
  /** What a relative link starts from where both could be meant. */
  readonly relativeTo: 'address' | 'file'
}
