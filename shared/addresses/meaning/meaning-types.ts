import type { Page, SitePath } from '../rules/page'

/** How a reference was found to mean what it means: by an address, a former one, the path of a file, or a bare name. */
export type FoundBy = 'address' | 'alias' | 'end' | 'file' | 'name'

/** What a reference means. */
export type Meaning =
  | {
      readonly kind: 'page' | 'file'
      readonly path: SitePath
      readonly by: FoundBy
      /** Found by forgiving something: case, a missing base path, an old spelling. */
      readonly isLoose: boolean
    }
  /** Several could be meant, and none of them is more likely. */
  | { readonly kind: 'several'; readonly paths: readonly SitePath[] }
  /** It leads into the site, where nothing is. */
  | { readonly kind: 'none' }
  | { readonly kind: 'elsewhere' }

/** A file that references stand in: a page, or another file of the site. */
export interface Place {
  readonly path: SitePath
  /** Null for what is no page. */
  readonly page: Page | null
}

export const none: Meaning = { kind: 'none' }
export const elsewhere: Meaning = { kind: 'elsewhere' }
