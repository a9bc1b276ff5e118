import { itemAt } from '../../base/item-at'
import type { TextChange } from '../../text/text-change'
import type { TextRange } from '../find/types'
import { lineStart, nextLine } from './extent'

/** A list in brackets with the positions of its items; a group or list inside has no value. */
export interface RangedList extends TextRange {
  readonly items: readonly (TextRange & { readonly value?: unknown })[]
}

// Lists in brackets look alike in YAML, TOML and JSON; only their ranges are needed to change them.

/** Adds an item after the last one, with the indentation, line breaks and final comma that the list uses. */
export const addToBrackets = (
  source: string,
  list: TextRange,
  last: TextRange | undefined,
  text: string,
): TextChange[] => {
  const close = list.to - 1
  if (last === undefined) return [{ from: list.from + 1, to: close, insert: text }]
  const end = last.to
  const comma = /^\s*,/.exec(source.slice(end, close))?.[0].length ?? 0
  const ownLine = source.slice(end, close).includes('\n')
  if (!ownLine) return [{ from: end + comma, to: end + comma, insert: comma ? ` ${text},` : `, ${text}` }]
  const pad = /^[ \t]*/.exec(source.slice(lineStart(source, last.from)))?.[0] ?? ''
  const lineEnd = source.indexOf('\n', end)
  const added = { from: lineEnd, to: lineEnd, insert: `\n${pad}${text}${comma ? ',' : ''}` }
  return comma ? [added] : [{ from: end, to: end, insert: ',' }, added]
}

/** Removes an item with its comma, and with its line if it is alone there. */
export const takeFromBrackets = (
  source: string,
  items: readonly TextRange[],
  at: number,
  commaMayStay: boolean,
): TextChange => {
  const { from, to } = itemAt(items, at)
  const [before, next] = [items[at - 1], items[at + 1]]
  const lines = { from: lineStart(source, from), to: nextLine(source, to) }
  const isAlone =
    source.slice(lines.from, from).trim() === '' && /^,?\s*(?:#.*)?$/.test(source.slice(to, lines.to).trim())
  if (isAlone && (commaMayStay || next || !before)) return { ...lines, insert: '' }
  if (next) return { from, to: next.from, insert: '' }
  if (before) return { from: before.to, to, insert: '' }
  const comma = /^\s*,/.exec(source.slice(to))?.[0].length ?? 0
  return { from, to: to + comma, insert: '' }
}
