import { itemAt } from '../base/item-at'
import { type Alignment, alignmentsOf, cellsOf } from './row-cells'

/** A row as it is written, in parts that make the same line again. */
interface Row {
  /** What a quote or a list puts before it, and blanks. */
  readonly before: string
  readonly isOpened: boolean
  /** Cells with their blanks. */
  readonly cells: readonly string[]
  readonly isClosed: boolean
  readonly after: string
}

/** A table as it is written: the head, the row below it that aligns the columns, and the rows. */
export interface TableText {
  readonly rows: readonly Row[]
}

/** A cell by its line in the table, the head's is 0, and its column. */
export interface CellPlace {
  readonly line: number
  readonly column: number
}

/** The line of the row below the head. */
export const rulerLine = 1

const rowOf = (line: string, start: number): Row => {
  const cells = cellsOf(line, start)
  const first = cells[0]?.from ?? start
  const last = cells.at(-1)?.to ?? line.length
  const isOpened = line[first - 1] === '|' && first > start
  return {
    before: line.slice(0, first - (isOpened ? 1 : 0)),
    isOpened,
    cells: cells.map(({ from, to }) => line.slice(from, to)),
    isClosed: line[last] === '|',
    after: line.slice(last + (line[last] === '|' ? 1 : 0)),
  }
}

/** Reads a table from its lines; `starts` are the columns at which it begins in each. */
export const readTable = (lines: readonly string[], starts: readonly number[]): TableText => ({
  rows: lines.map((line, index) => rowOf(line, starts[index] ?? 0)),
})

/** The lines of a table. */
export const writeTable = ({ rows }: TableText): string[] =>
  rows.map(({ before, isOpened, cells, isClosed, after }) => {
    // A single cell is a row by its pipes alone, and a blank at an end would be none.
    const isOpen = isOpened || cells.length === 1 || cells[0]?.trim() === ''
    const isShut = isClosed || cells.length === 1 || cells.at(-1)?.trim() === ''
    return `${before}${isOpen ? '|' : ''}${cells.join('|')}${isShut ? '|' : ''}${after}`
  })

/** How many columns the head has. */
export const columnsOf = ({ rows }: TableText): number => rows[0]?.cells.length ?? 0

const blankCell = '  '
const rulerCell = ' --- '
const blankOf = (line: number): string => (line === rulerLine ? rulerCell : blankCell)

const withCells = (
  { rows }: TableText,
  change: (cells: readonly string[], line: number) => readonly string[],
): TableText => ({ rows: rows.map((row, line) => ({ ...row, cells: change(row.cells, line) })) })

/** Short rows, as the renderer fills them up. */
const filled = (cells: readonly string[], count: number, line: number): readonly string[] =>
  cells.length >= count
    ? cells
    : [...cells, ...Array.from({ length: count - cells.length }, () => blankOf(line))]

/** A table with a new column before the one given, or at its end. */
export const addColumn = (table: TableText, column: number): TableText =>
  withCells(table, (cells, line) => filled(cells, column, line).toSpliced(column, 0, blankOf(line)))

/** A table without a column; one column stays. */
export const removeColumn = (table: TableText, column: number): TableText =>
  columnsOf(table) < 2 ? table : withCells(table, (cells) => cells.filter((_, index) => index !== column))

/** A table with a column moved to the place of another. */
export const moveColumn = (table: TableText, from: number, to: number): TableText => {
  if (to < 0 || to >= columnsOf(table)) return table
  return withCells(table, (cells, line) => {
    const all = filled(cells, Math.max(from, to) + 1, line)
    return all.toSpliced(from, 1).toSpliced(to, 0, itemAt(all, from))
  })
}

/** A table with a new row at a line, which is below the ruler at the least. */
export const addRow = ({ rows }: TableText, line: number): TableText => {
  const at = Math.max(line, rulerLine + 1)
  const like = rows[Math.min(at, rows.length) - 1] // never the head, which may stand behind the sign of a list
  if (!like) return { rows }
  const head = rows[0]?.cells ?? []
  const row: Row = {
    ...like,
    isOpened: true,
    isClosed: true,
    after: '',
    cells: head.map((cell) => blankCell.padEnd(cell.length)),
  }
  return { rows: rows.toSpliced(at, 0, row) }
}

/** A table without a row; head and ruler stay. */
export const removeRow = (table: TableText, line: number): TableText =>
  line <= rulerLine ? table : { rows: table.rows.filter((_, index) => index !== line) }

/** A table with a row moved up or down among the rows. */
export const moveRow = (table: TableText, from: number, to: number): TableText => {
  const row = table.rows[from]
  if (!row || from <= rulerLine || to <= rulerLine || to >= table.rows.length) return table
  return { rows: table.rows.toSpliced(from, 1).toSpliced(to, 0, row) }
}

/** A table with one column aligned. */
export const alignColumn = (table: TableText, column: number, alignment: Alignment): TableText =>
  withCells(table, (cells, line) =>
    line === rulerLine
      ? cells.map((cell, index) => (index === column ? aligned(cell, alignment) : cell))
      : cells,
  )

const aligned = (cell: string, alignment: Alignment): string => {
  const [, before = '', after = ''] = /^(\s*)[^\s]*(\s*)$/.exec(cell) ?? []
  const length = Math.max(3, cell.trim().length)
  const left = alignment === 'left' || alignment === 'center'
  const right = alignment === 'right' || alignment === 'center'
  const dashes = '-'.repeat(length - Number(left) - Number(right))
  return `${before}${left ? ':' : ''}${dashes}${right ? ':' : ''}${after}`
}

const plain = (cell: string | undefined): string =>
  (cell ?? '')
    .replace(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/[*_`~\\]/g, '')
    .trim()

/** A table with its rows in the order of one column: numbers by their value, empty cells last. */
export const sortRows = (table: TableText, column: number, isDown: boolean): TableText => {
  const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare
  const rows = table.rows.slice(rulerLine + 1).toSorted((a, b) => {
    const [one, other] = [plain(a.cells[column]), plain(b.cells[column])]
    if (one === '' || other === '') return Number(one === '') - Number(other === '')
    return isDown ? compare(other, one) : compare(one, other)
  })
  return { rows: [...table.rows.slice(0, rulerLine + 1), ...rows] }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u

/** Columns that a text takes in a face of one width: East Asian signs and emoji take two. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

/** A table whose pipes stand below each other. */
export const formatTable = (table: TableText): TableText => {
  const count = Math.max(0, ...table.rows.map(({ cells }) => cells.length))
  const ruler = table.rows[rulerLine]
  const alignments = ruler ? (alignmentsOf(ruler.cells.join('|')) ?? []) : []
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(
      3,
      ...table.rows.map(({ cells }, line) =>
        line === rulerLine ? 0 : widthOf((cells[column] ?? '').trim()),
      ),
    ),
  )
  return {
    rows: table.rows.map((row, line) => ({
      ...row,
      isOpened: true,
      isClosed: true,
      after: '',
      cells: filled(row.cells, columnsOf(table), line).map((cell, column) => {
        const width = widths[column] ?? 3
        const alignment = alignments[column] ?? null
        return line === rulerLine
          ? ` ${aligned('-'.repeat(width), alignment)} `
          : ` ${padded(cell.trim(), width, alignment)} `
      }),
    })),
  }
}

const padded = (text: string, width: number, alignment: Alignment): string => {
  const room = Math.max(0, width - widthOf(text))
  if (alignment === 'right') return ' '.repeat(room) + text
  if (alignment !== 'center') return text + ' '.repeat(room)
  const left = Math.floor(room / 2)
  return ' '.repeat(left) + text + ' '.repeat(room - left)
}
