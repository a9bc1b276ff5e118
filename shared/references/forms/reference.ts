/** How a reference is to be read: what its target names, and by which rule. */
export type ReferenceKind =
  | 'link'
  | 'image'
  | 'hugo-ref'
  | 'jekyll-post'
  | 'jekyll-link'
  | 'hexo-post'
  | 'hexo-asset'
  | 'wiki'
  /** A field whose value is the name of a page. */
  | 'name'
  | 'import'

/** What a target stands in, which says how its letters are written there. */
export type WrittenIn =
  | 'inline'
  | 'angle'
  | 'definition'
  | 'double'
  | 'single'
  | 'backtick'
  | 'unquoted'
  | 'word'
  | 'srcset'
  | 'bare'
  | 'wiki'
  | 'text'

/** Something a post points to, with the range of its target in the text. */
export interface Reference {
  readonly kind: ReferenceKind
  readonly target: string
  readonly from: number
  readonly to: number
  readonly writtenIn: WrittenIn
  /** What stands before the target, or a filter around it, adds the address of the site: `{{ site.baseurl }}/x`. */
  readonly fromSite?: true | undefined
  /** The letters are those of the file or the address itself, so that `%20` is no space: quoted in code or in a tag. */
  readonly verbatim?: true | undefined
  /** The language that the reference asks for. */
  readonly language?: string | undefined
}

/** Runs a sticky pattern at an offset. */
export const execAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Finds references at a sign: `read` is asked at each place of `sign` that is not code. */
export interface ReferenceReader {
  readonly sign: string
  /** A template tag is live in a fence as well; only what templates leave alone counts for it. */
  readonly isTag?: true
  readonly read: (text: string, at: number) => readonly Reference[]
}

/** Adds the address of the site in Liquid, Nunjucks and Go templates. */
export const siteAddress =
  /(?:\{\{-?\s*(?:(?:site|page|config|theme)\.(?:baseurl|url|base_url|github\.url|root|data\.\w+)|root|baseurl|base_url|(?:\.|\$\.)?Site\.BaseURL)\s*(?:\|[^}\n]*)?-?\}\})+/y

const assetEnd =
  /\.(?:avif|bmp|gif|ico|jpe?g|jxl|png|svg|tiff?|webp|mp4|webm|ogv|mov|mp3|ogg|wav|flac|m4a|pdf|zip|css|js)(?:[?#]|$)/i

/** The kind of what a parameter of a tag, a component or a field names, where only its ending tells. */
export const kindByEnding = (target: string): 'link' | 'image' => (assetEnd.test(target) ? 'image' : 'link')
