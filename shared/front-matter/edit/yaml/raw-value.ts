import type { Pair, YAMLMap } from 'yaml'
import type { TextRange } from '../../find/types'
import { contentEnd, nextLine } from '../../yaml/extent'
import { rangeOf } from '../../yaml/head'
import { afterColon } from './set'

/** The position of a key's value in the source of its head, including comments, anchors and tags. */
export interface RawPlace {
  /** From its first character beside the key, or from the line below the key, to the end of its last line. */
  readonly range: TextRange
  /** The common indentation of its lines; null if it starts on the line of the key. */
  readonly pad: string | null
  /** The offset after the colon. */
  readonly colon: number
}

/** The position of a pair's value; null if it cannot be located. */
export const rawPlaceOf = (source: string, map: YAMLMap, pair: Pair): RawPlace | null => {
  const colon = afterColon(source, pair)
  if (colon === null) return null
  const value = rangeOf(pair.value)
  if (map.flow) return value && { range: value, pad: null, colon }
  const to = endOfLine(source, Math.max(colon, contentEnd(source, pair)))
  const isBelow = value !== null && source.slice(colon, value.from).includes('\n')
  if (!isBelow || startsBeside(source, colon)) {
    const gap = /^[ \t]*/.exec(source.slice(colon, to))?.[0].length ?? 0
    return { range: { from: colon + gap, to }, pad: null, colon }
  }
  const from = nextLine(source, colon)
  return { range: { from, to }, pad: ' '.repeat(commonIndent(source.slice(from, to))), colon }
}

// An anchor or tag beside the key belongs to the value; a comment there belongs to the key.
const startsBeside = (source: string, colon: number): boolean =>
  /^[ \t]+[&!]/.test(source.slice(colon, colon + 50))

const endOfLine = (source: string, end: number): number => {
  if (end > 0 && source[end - 1] === '\n') return end - 1
  const next = nextLine(source, end)
  return next > 0 && source[next - 1] === '\n' ? next - 1 : next
}

/** True for text that consists only of YAML's blanks: spaces, tabs and line breaks. */
export const isBlank = (text: string): boolean => /^[ \t\n]*$/.test(text)

const commonIndent = (text: string): number => {
  const lines = text.split('\n').filter((line) => !isBlank(line))
  return lines.length === 0 ? 0 : Math.min(...lines.map((line) => /^ */.exec(line)?.[0].length ?? 0))
}

/**
 * The value as it is shown for editing: without its common indentation. `source` is the source of the head.
 */
export const rawTextOf = (source: string, { range, pad }: RawPlace): string => {
  const lines = source.slice(range.from, range.to).split('\n')
  return lines.map((line) => (pad === null || isBlank(line) ? line : line.slice(pad.length))).join('\n')
}

/** Indents lines by `pad`; blank lines stay as they are. */
export const setIn = (text: string, pad: string): string =>
  text
    .split('\n')
    .map((line) => (isBlank(line) ? line : pad + line))
    .join('\n')
