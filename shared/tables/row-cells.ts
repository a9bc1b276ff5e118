import { itemAt } from '../base/item-at'
/** A cell of a table's row: `from` and `to` lie between its pipes, `textFrom` and `textTo` leave out the blanks. */
export interface RowCell {
  readonly from: number
  readonly to: number
  readonly textFrom: number
  readonly textTo: number
}

const pipe = 124
const backslash = 92

/** The pipes of a row that divide cells: GFM lets `\|` be part of one, in code as well. */
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

/** The cells of a row from the column `start` on; what stands before belongs to a quote or a list around the table. */
export const cellsOf = (line: string, start = 0): RowCell[] => {
  const pipes = pipesOf(line).filter((at) => at >= start)
  const first = start + line.slice(start).length - line.slice(start).trimStart().length
  const last = line.trimEnd().length
  const bounds = [...pipes]
  if (bounds[0] !== first) bounds.unshift(first - 1)
  if (bounds.at(-1) !== last - 1 || bounds.length === 1) bounds.push(last)
  return bounds.slice(1).map((to, index) => cellOf(line, itemAt(bounds, index) + 1, to))
}

/** How the cells of a column stand. */
export type Alignment = 'left' | 'center' | 'right' | null

/** The alignments that the row below a table's head gives; null where it is no such row. */
export const alignmentsOf = (line: string, start = 0): Alignment[] | null => {
  const cells = cellsOf(line, start).map(({ textFrom, textTo }) => line.slice(textFrom, textTo))
  if (!line.slice(start).includes('-') || !cells.every((cell) => /^:?-+:?$/.test(cell))) return null
  return cells.map((cell) => {
    const [left, right] = [cell.startsWith(':'), cell.endsWith(':')]
    if (left && right) return 'center'
    return right ? 'right' : left ? 'left' : null
  })
}
