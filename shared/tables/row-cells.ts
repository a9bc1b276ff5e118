import { itemAt } from '../base/item-at'
/** A cell of a table row: `from` and `to` are next to its pipes, `textFrom` and `textTo` exclude blanks. */
export interface RowCell {
  readonly from: number
  readonly to: number
  readonly textFrom: number
  readonly textTo: number
}

const pipe = 124
const backslash = 92

/** The pipes that separate the cells of a row: in GFM `\|` is part of a cell, even in code. */
const pipesOf = (line: string): number[] => {
  const pipes: number[] = []
  let escaped = false
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code === pipe && !escaped) pipes.push(at)
    escaped = code === backslash && !escaped
  }
  return pipes
}

const cellOf = (line: string, from: number, to: number): RowCell => {
  const text = line.slice(from, to)
  const start = from + text.length - text.trimStart().length
  const isBlank = text.trim() === ''
  return { from, to, textFrom: isBlank ? from : start, textTo: isBlank ? from : from + text.trimEnd().length }
}

/** The cells of a row from the column `start` on; text before it belongs to a quote or list around it. */
export const cellsOf = (line: string, start = 0): RowCell[] => {
  const pipes = pipesOf(line).filter((at) => at >= start)
  const first = start + line.slice(start).length - line.slice(start).trimStart().length
  const last = line.trimEnd().length
  const bounds = [...pipes]
  if (bounds[0] !== first) bounds.unshift(first - 1)
  if (bounds.at(-1) !== last - 1 || bounds.length === 1) bounds.push(last)
  return bounds.slice(1).map((to, index) => cellOf(line, itemAt(bounds, index) + 1, to))
}

/** How the cells of a column are aligned. */
export type Alignment = 'left' | 'center' | 'right' | null

/** The alignments in the delimiter row below a table's head; null if the line is not one. */
export const alignmentsOf = (line: string, start = 0): Alignment[] | null => {
  const cells = cellsOf(line, start).map(({ textFrom, textTo }) => line.slice(textFrom, textTo))
  if (!line.slice(start).includes('-') || !cells.every((cell) => /^:?-+:?$/.test(cell))) return null
  return cells.map((cell) => {
    const [left, right] = [cell.startsWith(':'), cell.endsWith(':')]
    if (left && right) return 'center'
    return right ? 'right' : left ? 'left' : null
  })
}
