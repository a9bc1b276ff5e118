/** A folder whose pages the site shows, with the language they are in where it has several. */
export interface ContentFolder {
  readonly folder: string
  readonly language?: string
  /** Where they are shown, without slashes around; the top where there is none. */
  readonly route?: string
  /** Docusaurus shows its pages as a blog does, by the dates of their names, and not as documents. */
  readonly isBlog?: boolean
}

/** What a site's configuration says about the addresses of its pages. */
export interface AddressSettings {
  readonly content?: readonly ContentFolder[]
  /** Patterns by section, collection or folder; the empty name is for all others. */
  readonly permalinks?: Readonly<Record<string, string>>
  /** Jekyll's `defaults`: a pattern for the pages below a path. */
  readonly defaults?: readonly { readonly path: string; readonly type: string; readonly permalink: string }[]
  /** Collections of Jekyll whose pages are shown. */
  readonly collections?: readonly string[]
  readonly languages?: readonly string[]
  readonly defaultLanguage?: string
  /** The default language has a folder of its own as well. */
  readonly defaultInFolder?: boolean
  readonly uglyUrls?: boolean
  /** VitePress's `rewrites`: files by pattern, with `:name` and `:rest*`, and where they are shown instead. */
  readonly rewrites?: Readonly<Record<string, string>>
  /** Addresses have no ending at all: VitePress's `cleanUrls`. */
  readonly cleanUrls?: boolean
  /** The slug comes from the title, and from the file only where there is none: Pelican's `SLUGIFY_SOURCE`. */
  readonly slugOfTitle?: boolean
  readonly keepCase?: boolean
  /** How a new file is named, which says what of a name is its slug: Hexo's `new_post_name`. */
  readonly newPostName?: string
  /** Files of a post lie in a folder named as its file. */
  readonly assetFolders?: boolean
  /** The key under which former addresses of a page are kept; null where the site knows none. */
  readonly redirectKey?: string | null
  /** Links may name files, whose addresses take their place: Eleventy's `InputPathToUrlTransformPlugin`. */
  readonly linksToFiles?: boolean
  /** Links in double brackets mean pages. */
  readonly wikiLinks?: boolean
}
