import { syntaxTree } from '@codemirror/language'
import { type ChangeSpec, EditorState, type Line, type Transaction } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { alignmentsOf, cellsOf, type RowCell } from '../../shared/tables/row-cells'
import { widthOf } from '../../shared/tables/table-text'

/** How far above a row its delimiter row is looked for; the rows of longer tables are typed as any text. */
const maxRows = 500

/** The marks of quotes and lists before the first pipe of a row. */
const beforeRow = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?=\|)/

const startOf = (text: string): number => beforeRow.exec(text)?.[0].length ?? 0

const isInTable = (state: EditorState, at: number): boolean => {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(at, -1); node; node = node.parent)
    if (node.name === 'Table') return true
  return false
}

/** The text and cells of the delimiter row of the table that a line is a row of; null if there is none near. */
const rulerOf = ({ doc }: EditorState, row: number): { text: string; cells: RowCell[] } | null => {
  const isRuler = (number: number) => {
    const { text } = doc.line(number)
    return alignmentsOf(text, startOf(text)) !== null
  }
  const number = row < doc.lines && isRuler(row + 1) ? row + 1 : aboveOf({ doc }, row, isRuler)
  if (number === null) return null
  const { text } = doc.line(number)
  return { text, cells: cellsOf(text, startOf(text)) }
}

const aboveOf = (
  { doc }: Pick<EditorState, 'doc'>,
  row: number,
  isRuler: (number: number) => boolean,
): number | null => {
  for (let number = row - 1; number >= Math.max(1, row - maxRows); number--) {
    if (!doc.line(number).text.includes('|')) return null
    if (isRuler(number)) return number
  }
  return null
}

const isTyped = (transaction: Transaction): boolean =>
  ['input.type', 'input.complete', 'input.paste', 'input.format', 'delete'].some((event) =>
    transaction.isUserEvent(event),
  ) && !['input.type.compose', 'delete.line'].some((event) => transaction.isUserEvent(event))

interface Changed {
  readonly from: number
  readonly to: number
  /** How much wider the text becomes, in columns of a monospaced font. */
  readonly wider: number
}

/** What a transaction changes within one line, without pipes; null for anything else. */
const changedWords = ({ changes, startState: { doc } }: Transaction): Changed | null => {
  let changed: Changed | null = null
  let isPlain = true
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    const [before, after] = [doc.sliceString(from, to), inserted.toString()]
    if (/[|\n]/.test(before + after)) isPlain = false
    const wider = (changed?.wider ?? 0) + widthOf(after) - widthOf(before)
    changed = { from: changed?.from ?? from, to, wider }
  })
  return isPlain ? changed : null
}

const firstChangedLine = ({ changes, startState: { doc } }: Transaction): Line | null => {
  let first: number | null = null
  changes.iterChangedRanges((from) => {
    first ??= from
  })
  return first === null ? null : doc.lineAt(first)
}

/** The blanks that a change in an aligned cell takes from its padding or adds to it; null if there are none. */
const padding = (transaction: Transaction): ChangeSpec | null => {
  const { startState: state } = transaction
  const line = firstChangedLine(transaction)
  if (!line?.text.includes('|')) return null // nearly all keys, before anything is measured
  const changed = changedWords(transaction)
  if (!changed || changed.wider === 0) return null
  if (changed.to > line.to || !isInTable(state, line.to)) return null
  const cells = cellsOf(line.text, startOf(line.text))
  const [from, to] = [changed.from - line.from, changed.to - line.from]
  const column = cells.findIndex((cell) => cell.from <= from && to <= cell.to)
  const cell = cells[column]
  const ruler = cell && line.text[cell.to] === '|' ? rulerOf(state, line.number) : null
  const above = ruler?.cells[column]
  if (!cell || !ruler || !above) return null
  const written = line.text.slice(cell.from, cell.to)
  const width = widthOf(ruler.text.slice(above.from, above.to))
  if (widthOf(written) !== width) return null
  const isRight = /^-+:$/.test(ruler.text.slice(above.from, above.to).trim())
  const behind = line.text.slice(to, cell.to)
  const before = line.text.slice(cell.from, from)
  const spare = {
    behind: behind.length - behind.trimEnd().length - 1,
    before: before.length - before.trimStart().length - 1,
  }
  const side = isRight && spare.before > 0 ? 'before' : 'behind'
  if (changed.wider < 0) {
    const at = line.from + (isRight && before.trim() !== '' ? cell.from : cell.to)
    return { from: at, insert: ' '.repeat(-changed.wider) }
  }
  const count = Math.min(changed.wider, spare[side])
  if (count <= 0) return null
  const start = line.from + (side === 'before' ? cell.from : cell.to - count)
  return { from: start, to: start + count }
}

/** While a cell is as wide as its column, its padding makes room for what is typed, so that the pipes stay aligned. */
export const keepPadding = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || !isTyped(transaction)) return transaction
  const changes = padding(transaction)
  return changes ? [transaction, { changes }] : transaction
})
