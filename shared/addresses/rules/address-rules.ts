import type { SiteLayout } from '../../site/site-layout'
import type { AddressHead, SitePath } from './page'

/** A page by its file. */
export interface PageFile {
  readonly path: SitePath
  readonly head: AddressHead
}

/** The address rules of a generator. */
export interface AddressRules {
  /** The address of a page, with a leading `/` and without the base path; null if unknown. */
  readonly addressOf: (page: PageFile, site: SiteLayout) => string | null
  /** The name of a file for its generator, without date, language and extension; a bundle's folder name. */
  readonly slugOf: (path: SitePath, site: SiteLayout) => string
  /** The language in the path of a page's file; null if there is none. */
  readonly languageOf: (path: SitePath, site: SiteLayout, head?: AddressHead) => string | null
  /** Whether addresses are exact; otherwise only their ends are known, as the site's code sets the rest. */
  readonly isExact: boolean
  /** The generator itself adds the base path to addresses in posts. */
  readonly addsBase: boolean
  /** Whether relative links start from the file or the address. */
  readonly relativeTo: 'address' | 'file'
}
