import type { Pair, YAMLMap } from 'yaml'
import type { TextRange } from '../../find/types'
import { contentEnd, nextLine } from '../../yaml/extent'
import { rangeOf } from '../../yaml/head'
import { afterColon } from './set'

/** Where the value of a key stands in the source of its head, comments, anchors and tags too. */
export interface RawPlace {
  /** From its first sign on the line of the key, or all lines below the key; up to the end of its last line. */
  readonly range: TextRange
  /** What its lines are set in by; null where it starts on the line of the key. */
  readonly pad: string | null
  /** The offset behind the colon. */
  readonly colon: number
}

/** The place of a pair's value; null where nothing tells it from its key. */
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

/** True for text of nothing but YAML's own blanks. */
export const isBlank = (text: string): boolean => /^[ \t\n]*$/.test(text)

const commonIndent = (text: string): number => {
  const lines = text.split('\n').filter((line) => !isBlank(line))
  return lines.length === 0 ? 0 : Math.min(...lines.map((line) => /^ */.exec(line)?.[0].length ?? 0))
}

/** The value as a person reads it: without what all its lines are set in by. `source` is that of the place. */
export const rawTextOf = (source: string, { range, pad }: RawPlace): string => {
  const lines = source.slice(range.from, range.to).split('\n')
  return lines.map((line) => (pad === null || isBlank(line) ? line : line.slice(pad.length))).join('\n')
}

/** Lines set in by `pad`; blank ones stay as they are. */
export const setIn = (text: string, pad: string): string =>
  text
    .split('\n')
    .map((line) => (isBlank(line) ? line : pad + line))
    .join('\n')
