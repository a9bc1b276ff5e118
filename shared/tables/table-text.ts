import { itemAt } from '../base/item-at'
import { type Alignment, alignmentsOf, cellsOf } from './row-cells'

/** A row as written, in parts that give the same line when joined. */
interface Row {
  /** The marks of quotes and lists before it, and blanks. */
  readonly before: string
  readonly isOpened: boolean
  /** Cells with their blanks. */
  readonly cells: readonly string[]
  readonly isClosed: boolean
  readonly after: string
}

/** A table as written: the head, the delimiter row that aligns the columns, and the other rows. */
export interface TableText {
  readonly rows: readonly Row[]
}

/** A cell by its line in the table, 0 for the head, and its column. */
export interface CellPlace {
  readonly line: number
  readonly column: number
}

/** The line of the delimiter row. */
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

/** Reads a table from its lines; `starts` has the column at which it begins in each line. */
export const readTable = (lines: readonly string[], starts: readonly number[]): TableText => ({
  rows: lines.map((line, index) => rowOf(line, starts[index] ?? 0)),
})

/** The lines of a table. */
export const writeTable = ({ rows }: TableText): string[] =>
  rows.map(({ before, isOpened, cells, isClosed, after }) => {
    // Without outer pipes a single cell is not a row, and a blank cell at either end is lost.
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

/** Adds blank cells to a short row, as the renderer does. */
const filled = (cells: readonly string[], count: number, line: number): readonly string[] =>
  cells.length >= count
    ? cells
    : [...cells, ...Array.from({ length: count - cells.length }, () => blankOf(line))]

/** A table with a new column before the one given, or at its end. */
export const addColumn = (table: TableText, column: number): TableText =>
  withCells(table, (cells, line) => filled(cells, column, line).toSpliced(column, 0, blankOf(line)))

/** A table without a column; the last one is kept. */
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

/** A table with a new row at a line, or below the delimiter row if that is later. */
export const addRow = ({ rows }: TableText, line: number): TableText => {
  const at = Math.max(line, rulerLine + 1)
  const like = rows[Math.min(at, rows.length) - 1] // never the head, which may follow the mark of a list
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

/** A table without a row; head and delimiter row are kept. */
export const removeRow = (table: TableText, line: number): TableText =>
  line <= rulerLine ? table : { rows: table.rows.filter((_, index) => index !== line) }

/** A table with a row moved up or down below the delimiter row. */
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

/** A table with its rows sorted by one column: numbers by value, empty cells last. */
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

/** The width of a text in columns of a monospaced font: East Asian characters and emoji take two. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

/** A table with its pipes aligned. */
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
