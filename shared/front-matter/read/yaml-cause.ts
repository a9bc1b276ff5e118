import { itemAt } from '../../base/item-at'
import { t } from '../../texts/translate'

/** The mistake in invalid YAML, and its 0-based line. */
export interface YamlCause {
  readonly message: string
  readonly line: number
}

const goodKey = /^[ \t]*(?:- +)?[^\s#:：'"[\]{}][^\n:：]*:(?:[ \t]|$)/
const quoted = /^[ \t]*(?:[^\s#'"[{][^\n:]*:[ \t]+|- +)(["'])/
const bracketed = /^[ \t]*[^\s#'"[{][^\n:]*:[ \t]+([[{])/
const afterQuote = /^[^'"]*:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*[^\s#,\]}]/

/**
 * The cause of an error that the parser reported in `line`: parsers report where they gave up, which is often
 * some lines below the mistake. Null if no cause is recognized.
 */
export const causeOf = (content: string, line: number): YamlCause | null => {
  const lines = content.trimEnd().split('\n')
  return (
    unclosedBefore(lines, line) ??
    oddColonBefore(lines, line) ??
    unevenIndent(lines, line) ??
    noField(lines, line) ??
    textAfterQuote(lines, line)
  )
}

// A quote or bracket may be closed on a later line, but if a field follows, it was never closed.
const unclosedBefore = (lines: readonly string[], last: number): YamlCause | null => {
  for (let line = 0; line <= Math.min(last, lines.length - 1); line++) {
    const text = itemAt(lines, line)
    const next = lines[line + 1]
    const isLast = next === undefined || (next === '' && line + 2 >= lines.length)
    if (!isLast && !goodKey.test(next ?? '')) continue
    const quote = quoted.exec(text)
    if (quote && !isClosed(text.slice(quote[0].length), itemAt(quote, 1)))
      return { message: t('form.openQuote'), line }
    const bracket = bracketed.exec(text)
    if (bracket && depthOf(text.slice(bracket[0].length - 1)) > 0)
      return { message: t('form.openBracket', { bracket: itemAt(bracket, 1) }), line }
  }
  return null
}

const isClosed = (rest: string, quote: string): boolean =>
  quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(rest) : /^(?:[^']|'')*'(?!')/.test(rest)

const depthOf = (text: string): number => {
  let depth = 0
  for (const [char] of text.matchAll(/(?<!\\)"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/g)) {
    if (char === '[' || char === '{') depth++
    if (char === ']' || char === '}') depth--
  }
  return depth
}

// A line without a valid colon is read as text of the line above; the parser fails only at the next field.
const oddColonBefore = (lines: readonly string[], from: number): YamlCause | null => {
  let found: YamlCause | null = null
  for (let line = Math.min(from, lines.length - 1); line >= 0; line--) {
    const text = itemAt(lines, line)
    const message = oddColon(text)
    if (message !== null) found = { message, line }
    else if (line < from && (goodKey.test(text) || text.trim() === '')) break
  }
  return found
}

const oddColon = (line: string): string | null => {
  if (/^[ \t]*(?:- +)?[^\s#:'"[\]{}]+[ \t]*：/.test(line)) return t('form.fullWidthColon')
  if (/^[ \t]*(?:- +)?[^\s#:'"[\]{}]+[ \t]*:[\u00a0\u2007\u202f\u3000\u200b\ufeff]/.test(line))
    return t('form.noBreakSpaceAfter')
  if (/^[\u00a0\u2007\u202f\u3000\u200b\ufeff]/.test(line)) return t('form.noBreakSpaceBefore')
  return /^[ \t]*(?:- +)?[A-Za-z_][\w.-]*:(?!\/\/)[^\s:]/.test(line) ? t('form.spaceMissing') : null
}

const textAfterQuote = (lines: readonly string[], from: number): YamlCause | null => {
  for (const line of [from, from - 1])
    if (afterQuote.test(lines[line] ?? '')) return { message: t('form.textAfterQuote'), line }
  return null
}

const plainField = /^[^\n:：]*:[ \t]+[^\s#|>&*!'"[{]/
const item = /^- +/

/** The columns where something starts on a line: at its indentation and, in a list item, after the dash. */
const columnsOf = (line: string): readonly number[] => {
  const indent = /^ */.exec(line)?.[0].length ?? 0
  const dash = item.exec(line.slice(indent))?.[0].length
  return dash === undefined ? [indent] : [indent, indent + dash]
}

const isBlank = (line: string): boolean => /^[ \t]*(?:#.*)?$/.test(line)

/** The nearest line above that is neither blank nor a comment; -1 if there is none. */
const lineAbove = (lines: readonly string[], from: number): number => {
  let line = from - 1
  while (line >= 0 && isBlank(itemAt(lines, line))) line--
  return line
}

// A field or item must align with one above it; it may be deeper only below a key without a value.
const unevenIndent = (lines: readonly string[], line: number): YamlCause | null => {
  const text = lines[line] ?? ''
  const [indent = 0] = columnsOf(text)
  if (!goodKey.test(text) && !item.test(text.slice(indent))) return null
  const bad = { message: t('form.badIndent'), line }
  let above = lineAbove(lines, line)
  if (above < 0) return null
  const nearest = columnsOf(itemAt(lines, above)).at(-1) ?? 0
  if (indent > nearest)
    return goodKey.test(text) && plainField.test(itemAt(lines, above).slice(nearest)) ? bad : null
  for (; above >= 0; above = lineAbove(lines, above)) {
    const columns = columnsOf(itemAt(lines, above))
    if (columns.includes(indent)) return null
    if (Math.min(...columns) < indent) return bad
  }
  return bad
}

// A line without a colon is read as the start of the key below it.
const noField = (lines: readonly string[], from: number): YamlCause | null => {
  const below = lines.findIndex((text, at) => at >= from && !isBlank(text))
  const field = lines[below]
  if (field === undefined || !goodKey.test(field)) return null
  const line = lineAbove(lines, below)
  const text = lines[line] ?? ''
  if (goodKey.test(text) || /^[ \t]*(?:-|[\]}'"]|$)/.test(text)) return null
  return columnsOf(text)[0] === columnsOf(field)[0] ? { message: t('form.notField'), line } : null
}
