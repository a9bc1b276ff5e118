import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { itemAt } from '../../shared/base/item-at'
import { cellsOf, type RowCell } from '../../shared/tables/row-cells'
import { type CellPlace, readTable, rulerLine, type TableText } from '../../shared/tables/table-text'

/** A table of the text. */
export interface FoundTable {
  /** The number of its first line. */
  readonly firstLine: number
  readonly lines: readonly string[]
  /** For each line, the column at which the table begins. */
  readonly starts: readonly number[]
  readonly text: TableText
}

/** The most milliseconds spent on parsing text that is not parsed yet. */
const maxParsing = 50

/** The table at an offset, or null. Parses for at most `parseTime` milliseconds if necessary. */
export const tableAt = (state: EditorState, at: number, parseTime = maxParsing): FoundTable | null => {
  const line = state.doc.lineAt(at)
  const end = line.from + line.text.trimEnd().length // blanks after the last pipe are not part of the table
  if (!line.text.includes('|') && !line.text.includes('-')) return null
  const tree =
    ensureSyntaxTree(state, Math.min(state.doc.length, line.to + 1), parseTime) ?? syntaxTree(state)
  for (let node: SyntaxNode | null = tree.resolveInner(end, -1); node; node = node.parent) {
    if (node.name === 'Table') return found(state, node)
  }
  return null
}

const rowNames = new Set(['TableHeader', 'TableDelimiter', 'TableRow'])

const found = (state: EditorState, table: SyntaxNode): FoundTable => {
  const firstLine = state.doc.lineAt(table.from).number
  const lines: string[] = []
  const starts: number[] = []
  const ends = new Map<number, number>()
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (!rowNames.has(row.name)) continue // the `>` of a quote
    const line = state.doc.lineAt(row.from)
    if (!ends.has(line.number)) ends.set(line.number, row.from - line.from)
  }
  const lastLine = state.doc.lineAt(table.to).number
  for (let number = firstLine; number <= lastLine; number++) {
    lines.push(state.doc.line(number).text)
    starts.push(ends.get(number) ?? starts.at(-1) ?? 0)
  }
  return { firstLine, lines, starts, text: readTable(lines, starts) }
}

/** The cells in a line of a table, with offsets in the whole text. */
export const cellsIn = (
  state: EditorState,
  { firstLine, lines, starts }: FoundTable,
  line: number,
): RowCell[] => {
  if (line < 0 || line >= lines.length) return []
  const { from } = state.doc.line(firstLine + line)
  return cellsOf(itemAt(lines, line), starts[line]).map((cell) => ({
    from: from + cell.from,
    to: from + cell.to,
    textFrom: from + cell.textFrom,
    textTo: from + cell.textTo,
  }))
}

/** The cell at an offset; a pipe belongs to the cell before it. The ruler counts as the head. */
export const cellAt = (state: EditorState, table: FoundTable, at: number): CellPlace => {
  const line = state.doc.lineAt(at).number - table.firstLine
  const cells = cellsIn(state, table, line)
  const index = cells.findIndex(({ to }) => at <= to)
  return { line: line === rulerLine ? 0 : line, column: index < 0 ? Math.max(0, cells.length - 1) : index }
}
