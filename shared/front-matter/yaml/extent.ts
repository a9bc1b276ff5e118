import { isMap, isScalar, isSeq, type Pair } from 'yaml'
import { rangeOf } from './head'

/** Where the line of an offset starts. */
export const lineStart = (source: string, at: number): number => source.lastIndexOf('\n', at - 1) + 1

/** Where the line after an offset starts, or the end of the source. */
export const nextLine = (source: string, at: number): number => {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end + 1
}

/** How far an offset is from the start of its line. */
export const columnOf = (source: string, at: number): number => at - lineStart(source, at)

/** True for a `|+` or `>+` scalar, whose trailing blank lines are part of its text. */
const keepsBreaks = (source: string, from: number): boolean => /^[|>]\d?\+/.test(source.slice(from, from + 3))

/** Where the content of a node or pair ends, without the blank lines and comments after it. */
export const contentEnd = (source: string, node: unknown): number => {
  if (isPairLike(node)) {
    const end = node.value === null || isEmpty(node.value) ? null : contentEnd(source, node.value)
    return end ?? rangeOf(node.key)?.to ?? 0
  }
  const last = isMap(node) || isSeq(node) ? (node.flow ? undefined : node.items.at(-1)) : undefined
  if (last !== undefined) return contentEnd(source, last)
  const range = rangeOf(node) ?? { from: 0, to: 0 }
  if (!isBlockScalar(node) || keepsBreaks(source, range.from)) return range.to
  return range.from + source.slice(range.from, range.to).trimEnd().length
}

/** The whole lines of a pair or item, from the line of `from` to the start of the line after its end. */
export const linesOf = (source: string, from: number, node: unknown): { from: number; to: number } => {
  const end = contentEnd(source, node)
  const to = end > 0 && source[end - 1] === '\n' ? end : nextLine(source, end)
  return { from: lineStart(source, from), to }
}

export const isBlockScalar = (node: unknown): boolean =>
  isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')

/** True for the value of `key:` with nothing after it. */
export const isEmpty = (node: unknown): boolean =>
  node === null ||
  (isScalar(node) && node.type === 'PLAIN' && node.source === '' && !node.tag && !node.anchor)

const isPairLike = (node: unknown): node is Pair =>
  typeof node === 'object' && node !== null && 'key' in node && 'value' in node && !('range' in node)

/**
 * The lines of a field with the comment right above, if that can only belong to this field: the field is
 * followed by a blank line, another comment or the end. A comment above several fields is their heading, so
 * it is not included.
 */
export const linesWithComments = (
  source: string,
  lines: { from: number; to: number },
): { from: number; to: number } => {
  let from = lines.from
  while (from > 0 && /^[ \t]*#/.test(lineBefore(source, from))) from = lineStart(source, from - 1)
  const next = source.slice(lines.to, nextLine(source, lines.to))
  const alone = next.trim() === '' || /^[ \t]*#/.test(next)
  return alone ? { from, to: lines.to } : lines
}

const lineBefore = (source: string, at: number): string => source.slice(lineStart(source, at - 1), at)
