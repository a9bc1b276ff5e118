/** An incomplete link at the end of a line. */
export interface OpenedLink {
  /** The typed part of its target, which a completion replaces. */
  readonly written: string
  /** The part of it that names the post. */
  readonly name: string
  /** Whether it is in the parentheses of a markdown link. */
  readonly inBrackets: boolean
}

const tag = String.raw`\{\{[<%][ \t]*(?:rel)?ref[ \t]+["\x60]?[^"\x60\s>%]*|\{%-?[ \t]*post_url[ \t]+[^\s%]*`
const inline = new RegExp(String.raw`(?:^|[^!\\])\[[^\]\n]*\]\(<?(${tag}|[^)\s<>]*)$`)
const defined = /^ {0,3}\[[^\]\n^]+\]:[ \t]+<?([^\s<>]*)$/
const bare = new RegExp(`(${tag})$`)

/** The text after `[[` at the end of a line: the name of a post; null elsewhere. */
export const openedWikiLink = (before: string): string | null =>
  /(?:^|[^!\\[])\[\[([^\][|\n]*)$/.exec(before)?.[1] ?? null

/** The link that the end of a line is in, up to the caret; null if there is none. */
export const openedLink = (before: string): OpenedLink | null => {
  const inBrackets = inline.exec(before)?.[1]
  const written = inBrackets ?? defined.exec(before)?.[1] ?? bare.exec(before)?.[1]
  if (written === undefined || /^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(written)) return null
  const name = written
    .replace(/^\{\{[<%][ \t]*(?:rel)?ref[ \t]+["`]?|^\{%-?[ \t]*post_url[ \t]+/, '')
    .replace(/^.*\//, '')
  return { written, name, inBrackets: inBrackets !== undefined }
}

/** A link with an incomplete anchor. */
export interface OpenedAnchor {
  /** The link without the anchor. */
  readonly link: string
  /** The text after the `#`. */
  readonly anchor: string
  /** In wiki links, headings are given by their text. */
  readonly isWiki: boolean
}

const anchorInline = /\[[^\]\n]*\]\((<?)([^)\s<>#]+)#([^)\s<>]*)$/
const anchorDefined = /^ {0,3}\[[^\]\n^]+\]:[ \t]+<?([^\s<>#]+)#([^\s<>]*)$/
const anchorWiki = /(?:^|[^!\\[])\[\[([^\][|#\n]+)#([^\][|\n]*)$/

/** The link with an incomplete anchor at the end of a line; null elsewhere, and for a link out of the site. */
export const openedAnchor = (before: string): OpenedAnchor | null => {
  const wiki = anchorWiki.exec(before)
  if (wiki) return { link: `[[${wiki[1]}]]`, anchor: wiki[2] ?? '', isWiki: true }
  const inline = anchorInline.exec(before)
  const defined = inline ? null : anchorDefined.exec(before)
  const target = inline?.[2] ?? defined?.[1]
  if (target === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return null
  return { link: `[x](${target})`, anchor: inline?.[3] ?? defined?.[2] ?? '', isWiki: false }
}
