/** A folder of pages, with their language if the site has several. */
export interface ContentFolder {
  readonly folder: string
  readonly language?: string
  /** The path they are served below, without slashes at its ends; if missing, the top of the site. */
  readonly route?: string
  /** Docusaurus only: a blog, with the dates of file names in its addresses; otherwise docs. */
  readonly isBlog?: boolean
  /** Docusaurus only: how its configuration serves the versions of docs. */
  readonly versions?: DocsVersions
}

/** The options of a docs plugin for its versions, whose names are in a file of their own. */
export interface DocsVersions {
  /** The id of the plugin; files and folders of the versions start with it, except for `default`. */
  readonly id: string
  /** The version served without its name; null for the newest. */
  readonly last: string | null
  /** Other paths than the names of the versions. */
  readonly paths: Readonly<Record<string, string>>
}

/** A beginning of references that stands for folders of the site: `@site/`, or `~/` by `paths` in tsconfig.json. */
export interface PathAlias {
  /** As written; empty for `baseUrl`, below which any import may start. */
  readonly prefix: string
  /** Relative to the site root, `.` for the root itself; the first with the file counts. */
  readonly folders: readonly string[]
}

/** How Pelican derives the data of an address, besides from the head. */
export interface PelicanSettings {
  /** The slug comes from the title, or without one from the file name: `SLUGIFY_SOURCE`. */
  readonly slugOfTitle: boolean
  /** Patterns of Python with named groups: for the name without extension, and for the path in the content. */
  readonly fileName: string
  readonly path: string
  readonly folderIsCategory: boolean
  readonly defaultCategory: string
  /** The folders of pages in the content; all else are articles. */
  readonly pageFolders: readonly string[]
}

/** What a site's configuration says about the addresses of its pages. */
export interface AddressSettings {
  readonly content?: readonly ContentFolder[]
  /** Patterns by section, collection or folder; the empty name is for all others. */
  readonly permalinks?: Readonly<Record<string, string>>
  /** Jekyll's `defaults`: a pattern for the pages below a path. */
  readonly defaults?: readonly { readonly path: string; readonly type: string; readonly permalink: string }[]
  /** Jekyll collections with pages of their own (`output: true`). */
  readonly collections?: readonly string[]
  readonly languages?: readonly string[]
  readonly defaultLanguage?: string
  /** Addresses in the default language start with the language too. */
  readonly defaultInFolder?: boolean
  readonly uglyUrls?: boolean
  /** Whether addresses end with a slash, if that is not as usual: `trailingSlash` of Next, Astro and Gatsby. */
  readonly trailingSlash?: boolean
  /** VitePress's `rewrites`: patterns of files, with `:name` and `:rest*`, and their new paths. */
  readonly rewrites?: Readonly<Record<string, string>>
  /** Addresses do not end in `.html`: VitePress's `cleanUrls`. */
  readonly cleanUrls?: boolean
  readonly pelican?: PelicanSettings
  readonly keepCase?: boolean
  /** The pattern for names of new files, which tells the slug in a name: Hexo's `new_post_name`. */
  readonly newPostName?: string
  /** The files of a post are in a folder with the name of its file. */
  readonly assetFolders?: boolean
  /** An image in that folder needs only its name. */
  readonly linksAssets?: boolean
  /** The front matter key for former addresses of a page; null if the site supports none. */
  readonly redirectKey?: string | null
  /** Links to files are replaced by addresses: Eleventy's `InputPathToUrlTransformPlugin`. */
  readonly linksToFiles?: boolean
  /** Of its bundler and its TypeScript settings. */
  readonly aliases?: readonly PathAlias[]
  /** Double brackets are links to pages. */
  readonly wikiLinks?: boolean
}
