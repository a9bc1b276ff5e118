import type { HeadForm } from './forms'
import { asMetaLine, isKnownKey } from './meta-fields'
import type { HeadLanguage, TextRange } from './types'

/** A head without an opening fence. */
export interface OpenHead {
  readonly language: HeadLanguage
  readonly form: HeadForm
  readonly content: TextRange
  readonly bodyFrom: number
  /** JSON without its outer braces. */
  readonly bare?: boolean
}

const maxLines = 400
const fence = /^(?:-{3,}|;{3,})[ \t]*$/
const yamlLine = /^(?:[^\s#:'"[\]{}&*!|>%@`,-][^:\n]*:(?:[ \t]|$)|[ \t]+\S|-[ \t]|#|[ \t]*$)/
const yamlKey = /^(title|date|layout|tags|categories|permalink|updated|published)[ \t]*:(?:[ \t]|$)/

/** Finds a head without an opening fence, as Hexo, Pelican and Nikola read it; null if there is none. */
export const findOpenHead = (text: string): OpenHead | null => {
  const first = text.slice(0, endOfLine(text, 0))
  if (/^(?:\.\. |<!--[ \t]*$)/.test(first)) return dottedLines(text)
  if (/^"[^"\n]+"[ \t]*:/.test(first)) return bareJson(text)
  if (asMetaLine(first) === null && !yamlKey.test(first)) return null
  return withoutOpening(text) ?? metaLines(text)
}

// hexo-front-matter: everything up to a line of dashes, if it consists of fields. A known key must be among
// them, to distinguish a head from a heading underlined with dashes.
const withoutOpening = (text: string): OpenHead | null => {
  let known = false
  for (const { from, to, line } of linesOf(text, 0)) {
    if (fence.test(line))
      return known && line.startsWith('-')
        ? { language: 'yaml', form: 'without-opening', content: { from: 0, to: from }, bodyFrom: to }
        : null
    if (!yamlLine.test(line)) return null
    known ||= yamlKey.test(line)
  }
  return null
}

const bareJson = (text: string): OpenHead | null => {
  for (const { from, to, line } of linesOf(text, 0)) {
    if (/^;{3,}[ \t]*$/.test(line))
      return {
        language: 'json',
        form: 'without-opening',
        content: { from: 0, to: from },
        bodyFrom: to,
        bare: true,
      }
    if (!/^[ \t]*(?:["[\]{},]|-?\d|true|false|null|$)/.test(line)) return null
  }
  return null
}

// Python-Markdown's meta extension ends a head at a blank line, a fence, or any line that is not a field. In
// the last case this returns null, because the lines may be the start of a text.
const metaLines = (text: string): OpenHead | null => {
  const keys = new Map<string, string>()
  let end = text.length
  let bodyFrom = text.length
  for (const { from, to, line } of linesOf(text, 0)) {
    if (line.trim() === '' || /^(?:-{3}|\.{3})[ \t]*$/.test(line)) {
      end = from
      bodyFrom = to
      break
    }
    const meta = asMetaLine(line)
    if (meta) keys.set(meta.key.toLowerCase(), meta.value)
    else if (!/^ {4,}\S/.test(line)) return null
    end = bodyFrom = to
  }
  const others = [...keys.keys()].filter(isKnownKey).length
  const isHead = keys.has('title') || (/^\d/.test(keys.get('date') ?? '') && others > 1)
  return isHead ? { language: 'meta', form: 'meta-lines', content: { from: 0, to: end }, bodyFrom } : null
}

const dottedLine = /^[ \t]*\.\. [^\s:]+:(?:[ \t]|$)/

const dottedLines = (text: string): OpenHead | null => {
  const inComment = text.startsWith('<!--')
  const start = inComment ? endOfLine(text, 0) + 1 : 0
  let known = false
  for (const { from, to, line } of linesOf(text, start)) {
    const isEnd = inComment ? /^[ \t]*-->[ \t]*$/.test(line) : line.trim() === ''
    if (isEnd) return known ? dotted(start, from, to) : null
    if (!dottedLine.test(line) && line.trim() !== '') return null
    known ||= /^[ \t]*\.\. (?:title|slug|date):/.test(line)
  }
  return known && !inComment ? dotted(start, text.length, text.length) : null
}

const dotted = (from: number, to: number, bodyFrom: number): OpenHead => ({
  language: 'dotted',
  form: 'dotted-lines',
  content: { from, to },
  bodyFrom,
})

interface Line {
  readonly from: number
  /** After the line break. */
  readonly to: number
  readonly line: string
}

function* linesOf(text: string, start: number): Generator<Line> {
  let from = start
  for (let count = 0; from < text.length && count < maxLines; count++) {
    const end = endOfLine(text, from)
    const to = Math.min(end + 1, text.length)
    yield { from, to, line: text.slice(from, end) }
    from = to
  }
}

const endOfLine = (text: string, at: number): number => {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found
}
