/** How a reference is resolved: what its target names, and by which rule. */
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

/** The syntax around a target, which determines how it is escaped. */
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
  /** A template before the target, or a filter on it, adds the site's address: `{{ site.baseurl }}/x`. */
  readonly fromSite?: true | undefined
  /** The target is not encoded, so `%20` is not a space: a string in code or in a tag. */
  readonly verbatim?: true | undefined
  /** The language that the reference specifies. */
  readonly language?: string | undefined
}

/** Runs a sticky pattern at an offset. */
export const execAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Finds references that start with a sign: `read` is called at each `sign` outside code. */
export interface ReferenceReader {
  readonly sign: string
  /** A template tag: it is run in fences too, and only skipped where templates skip it. */
  readonly isTag?: true
  readonly read: (text: string, at: number) => readonly Reference[]
}

/** The address of the site in Liquid, Nunjucks and Go templates. */
export const siteAddress =
  /(?:\{\{-?\s*(?:(?:site|page|config|theme)\.(?:baseurl|url|base_url|github\.url|root|data\.\w+)|root|baseurl|base_url|(?:\.|\$\.)?Site\.BaseURL)\s*(?:\|[^}\n]*)?-?\}\})+/y

const assetEnd =
  /\.(?:avif|bmp|gif|ico|jpe?g|jxl|png|svg|tiff?|webp|mp4|webm|ogv|mov|mp3|ogg|wav|flac|m4a|pdf|zip|css|js)(?:[?#]|$)/i

/** The kind of a target in a tag, a component or a field, by its extension alone. */
export const kindByEnding = (target: string): 'link' | 'image' => (assetEnd.test(target) ? 'image' : 'link')

/** Attributes and parameters whose value is read by people or names no file, even if it ends like one. */
const textual =
  /^(?:alt|title|caption|attr|attrlink|label|id|class|name|value|download|content|key|lang|aria-.+)$/i

/** Whether a value of an attribute or parameter of any name is the path of an asset. */
export const isAssetPath = (name: string | null, value: string): boolean =>
  kindByEnding(value) === 'image' &&
  !textual.test(name ?? '') &&
  !/[\n{}<>]/.test(value) &&
  (value.includes('/') || (!/\s\S*\s/.test(value) && (name !== null || !/\s/.test(value))))

const styleUrl = /url\(\s*(?:"([^"\n()]{1,1000})"|'([^'\n()]{1,1000})'|([^\s"'()]{1,1000}))\s*\)/gi

/** The assets that a style sheet or a style attribute shows with `url(…)`. */
export const styleReferences = (css: string, start: number): readonly Reference[] =>
  Array.from(css.matchAll(styleUrl), (match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? ''
    const from = start + match.index + match[0].indexOf(target, 4)
    const writtenIn = match[1] !== undefined ? 'double' : match[2] !== undefined ? 'single' : 'unquoted'
    return {
      kind: 'image' as const,
      target,
      from,
      to: from + target.length,
      writtenIn: writtenIn as WrittenIn,
    }
  }).filter(({ target }) => kindByEnding(target) === 'image')
