import type { Page, SitePath } from '../rules/page'

/** How a reference was resolved: by an address, a former address, a file path, or a bare name. */
export type FoundBy = 'address' | 'alias' | 'end' | 'file' | 'name'

/** The meaning of a reference. */
export type Meaning =
  | {
      readonly kind: 'page' | 'file'
      readonly path: SitePath
      readonly by: FoundBy
      /** Resolved leniently: ignoring case, a missing base path, or an old spelling. */
      readonly isLoose: boolean
      /** If found by the end of an address: how many of its parts the page has, too. */
      readonly parts?: number
    }
  /** Ambiguous: several match equally well. */
  | { readonly kind: 'several'; readonly paths: readonly SitePath[] }
  /** It leads to nothing on the site. */
  | { readonly kind: 'none' }
  | { readonly kind: 'elsewhere' }

/** A file with references: a page, or another file of the site. */
export interface Place {
  readonly path: SitePath
  /** Null if it is not a page. */
  readonly page: Page | null
}

export const none: Meaning = { kind: 'none' }
export const elsewhere: Meaning = { kind: 'elsewhere' }
