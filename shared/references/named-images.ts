import { imageExtensions } from '../base/image-types'
import { codeAsker, codeRanges, type TextSyntax } from './code-ranges'
import { lineCounter } from './line-counter'

/** Something in a text that reads as the path of an image of the site. */
export interface NamedImage {
  readonly target: string
  readonly line: number
}

/** A stretch of a text. */
interface Stretch {
  readonly from: number
  readonly to: number
}

const ending = new RegExp(`\\.(?:${imageExtensions.join('|')})(?![\\p{L}\\d_])(?:[?#][\\w=&.#-]*)?`, 'giu')
const edges = new Set(` \t\n"'\`()[]{}<>=,;|`)
const longest = 300
const mostNamed = 500
/** A stranger's text may name the same image a million times. */
const mostLooked = 5000

/**
 * The images that a text names in other ways than by `known` images: in shortcodes, styles, components and fields of any
 * name. Code is left out. Used to tell that an image is not unused, so it rather finds too much.
 */
export const namedImages = (
  text: string,
  bodyFrom: number,
  known: readonly Stretch[],
  syntax: TextSyntax,
): readonly NamedImage[] => {
  const isKnown = new Set(known.map(({ from }) => from))
  const found = new Map<string, number>()
  let isCode: ((offset: number) => boolean) | null = null
  let looked = 0
  for (const { index, 0: end } of text.matchAll(ending)) {
    looked += 1
    if (looked > mostLooked || found.size === mostNamed) break
    const to = index + end.length
    const from = startOf(text, index, to)
    const target = text.slice(from, to)
    if (from === index || isKnown.has(from) || found.has(target) || isElsewhere(target)) continue
    isCode ??= outsideStyles(codeAsker(codeRanges(text, bodyFrom, syntax)), text)
    if (!isCode(index)) found.set(target, index)
  }
  const lineOf = lineCounter(text)
  return [...found].map(([target, at]) => ({ target, line: lineOf(at) }))
}

/** The start of a path: the quote before it, if one follows it too, otherwise the last blank or bracket. */
const startOf = (text: string, at: number, to: number): number => {
  const first = Math.max(0, at - longest)
  const quote = text.charAt(to)
  if (quote === '"' || quote === "'" || quote === '`') {
    const before = text.slice(first, at)
    const opened = before.lastIndexOf(quote)
    if (opened >= 0 && !/[\n"'`]/.test(before.slice(opened + 1))) return first + opened + 1
  }
  let from = at
  while (from > first && !edges.has(text.charAt(from - 1))) from -= 1
  return from
}

const isElsewhere = (target: string): boolean => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(target)

/** Style sheets, scripts and the tags of Hugo in a post may look like code, but what they name is used. */
const outsideStyles = (isCode: (offset: number) => boolean, text: string) => (offset: number) =>
  isCode(offset) &&
  !/<(?:style|script)\b[^<]*$|\{\{[<%][^}]*$/i.test(text.slice(Math.max(0, offset - longestStyle), offset))

const longestStyle = 5000
