import { codeRanges } from './code-ranges'
import type { Reference } from './forms/reference'
import { referencesIn } from './references'

/**
 * The link or image at an offset, including the text of the link; `from` is where the body starts. For a
 * reference link (`[words][name]`) this is its definition.
 */
export const referenceAt = (text: string, from: number, offset: number): Reference | null => {
  if (offset < from) return null
  const found = referencesIn(text, from, codeRanges(text, from))
  const inside = found
    .map((reference) => ({ reference, extent: extentOf(text, reference) }))
    .filter(({ extent }) => extent.from <= offset && offset <= extent.to)
    .sort((a, b) => a.extent.to - a.extent.from - (b.extent.to - b.extent.from))
  return inside[0]?.reference ?? namedAt(text, found, offset) ?? bareAt(text, offset)
}

const betweenOpenAndTarget = /^[ \t]*<?(?:\{[{%][^}\n]*)?$/

interface Extent {
  readonly from: number
  readonly to: number
}

/** From the `[` of the text to the `)` after the target; else the whole template tag, or only the target. */
const extentOf = (text: string, reference: Reference): Extent => {
  const { kind, from, to } = reference
  const open = text.lastIndexOf('](', from)
  if (open >= 0 && betweenOpenAndTarget.test(text.slice(open + 2, from))) {
    const close = text.indexOf(')', to)
    return { from: openingBracket(text, open), to: close < 0 ? to : close }
  }
  return kind === 'link' || kind === 'image' ? { from, to } : tagAround(text, reference)
}

const tagAround = (text: string, { kind, from, to }: Reference): Extent => {
  const [open, end] = kind === 'hugo-ref' ? ['{{', '}}'] : ['{%', '%}']
  const close = text.indexOf(end, to)
  const lineEnd = text.indexOf('\n', to)
  const closed = close >= 0 && (lineEnd < 0 || close < lineEnd)
  return { from: text.lastIndexOf(open, from), to: closed ? close + end.length : to }
}

const furthest = 1000

const openingBracket = (text: string, close: number): number => {
  let depth = 1
  for (let at = close - 1; at >= 0 && at > close - furthest; at--) {
    if (text[at] === ']' && text[at - 1] !== '\\') depth++
    else if (text[at] === '[' && text[at - 1] !== '\\' && --depth === 0) return at
  }
  return close
}

const namedAt = (text: string, found: readonly Reference[], offset: number): Reference | null => {
  for (const [, words = '', name = ''] of onLine(
    text,
    offset,
    /\[([^\][\n]+)\](?:\[([^\][\n]*)\])?(?![(:])/g,
  )) {
    const wanted = nameOf(name || words)
    const defined = found.find((reference) => {
      const lineStart = text.lastIndexOf('\n', reference.from - 1) + 1
      const [, label] = /^ {0,3}\[([^\]\n]+)\]:[ \t]*<?$/.exec(text.slice(lineStart, reference.from)) ?? []
      return label !== undefined && nameOf(label) === wanted
    })
    if (defined) return defined
  }
  return null
}

const nameOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

const bareAt = (text: string, offset: number): Reference | null => {
  const [match] = onLine(text, offset, /\bhttps?:\/\/[^\s<>()[\]"'`]*[^\s<>()[\]"'`.,;:!?]/gi)
  if (!match) return null
  const from = lineStartOf(text, offset) + match.index
  return { kind: 'link', target: match[0], from, to: from + match[0].length, writtenIn: 'bare' }
}

/** The match on the line of `offset` that contains `offset`. */
const onLine = (text: string, offset: number, pattern: RegExp): RegExpExecArray[] => {
  const start = lineStartOf(text, offset)
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, end < 0 ? text.length : end)
  const at = offset - start
  return [...line.matchAll(pattern)].filter(({ index, 0: all }) => index <= at && at <= index + all.length)
}

const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1
