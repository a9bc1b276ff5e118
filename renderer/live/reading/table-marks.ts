import { type Alignment, alignmentsOf, cellsOf, type RowCell } from '../../../shared/tables/row-cells'
import type { PieceMarks } from './piece-marks'

/** The rows of a table: whether each is in its head, by line. Its other lines are rulers. */
export type TableRows = ReadonlyMap<number, boolean>

/** Marks the lines of a table as rows; returns the cells of each row. */
export const tableMarks = (
  piece: PieceMarks,
  first: number,
  end: number,
  kinds: TableRows,
): ReadonlyMap<number, RowCell[]> => {
  const isRow = (line: number) => kinds.has(line)
  const lines = Array.from({ length: end - first }, (_, index) => first + index)
  const ruler = lines.find((line) => !isRow(line) && line > first)
  const alignments =
    ruler === undefined ? [] : (alignmentsOf(piece.textOf(ruler), piece.columnOf(ruler)) ?? [])
  const rows = new Map<number, RowCell[]>()
  for (const line of lines) {
    const isRuler = !isRow(line)
    const cells = cellsOf(piece.textOf(line), piece.columnOf(line))
    piece.drawLine(
      line,
      isRuler ? 'live-table-ruler' : kinds.get(line) ? 'live-row live-row-head' : 'live-row',
    )
    if (!isRuler) rows.set(line, cells)
    drawCells(piece, line, cells, isRuler ? null : alignments)
  }
  return rows
}

const longestWord = 40
const hiddenPart = /\]\([^)]*\)|[*_~`[\]]/g
const word = /[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu

/** The length of the longest word that a cell shows; CJK text can be broken anywhere. */
const widestWord = (source: string): number =>
  Math.min(
    longestWord,
    Math.max(0, ...[...source.replace(hiddenPart, '').matchAll(word)].map(([{ length }]) => length)),
  )

/** Without alignments it is the delimiter row, drawn as a line. */
const drawCells = (
  piece: PieceMarks,
  line: number,
  cells: readonly RowCell[],
  alignments: readonly Alignment[] | null,
): void => {
  const isRuler = alignments === null
  const start = piece.startOf(line)
  const text = piece.textOf(line)
  for (const [index, cell] of cells.entries()) {
    const isLast = index === cells.length - 1
    for (const { index: at } of text.slice(cell.from, cell.to).matchAll(/\\(?=\|)/g)) {
      const sign = start + cell.from + at
      piece.markup({ from: sign, to: sign + 1 }, { from: sign, to: sign + 2 })
    }
    const isPiped = text[cell.from - 1] === '|'
    const from = start + (index === 0 ? 0 : isPiped ? cell.from - 1 : cell.from)
    const to = isLast ? start + text.length : start + cell.to
    // One space of an empty cell stays, as a place for the caret.
    const blankEnd = cell.textTo > cell.textFrom ? cell.textFrom : Math.min(cell.to, cell.from + 1)
    const wordsFrom = start + blankEnd
    const wordsTo = start + Math.max(blankEnd, cell.textTo)
    if (from < to)
      piece.add({
        kind: 'cell',
        from,
        to,
        className: isRuler ? '' : `live-cell live-cell-${alignments[index] ?? 'start'}`,
        isLast,
        columns: cells.length,
        widestWord: isRuler ? 0 : widestWord(text.slice(cell.textFrom, cell.textTo)),
        hidden: (isRuler
          ? [{ from, to }]
          : [
              { from, to: cell.textTo > cell.textFrom ? wordsFrom : start + cell.from },
              { from: wordsTo, to },
            ]
        ).filter((part) => part.from < part.to),
      })
  }
}
