import {
  type ChangeSpec,
  EditorSelection,
  EditorState,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import type { RowCell } from '../../shared/tables/row-cells'
import { rulerLine } from '../../shared/tables/table-text'
import { isDrawn } from '../document/state/drawn-text'
import { cellsIn, type FoundTable, tableAt } from './table-at'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** A table, the blank lines around it, and the words of its cells. */
interface Kept extends Stretch {
  readonly start: number
  readonly end: number
  readonly words: readonly Stretch[]
}

/** The most milliseconds that an edit waits for text that is not parsed yet. */
const maxParsing = 20

/** Where the text of a cell begins; in an empty cell it is the place for the caret. */
export const startOf = ({ from, to, textFrom, textTo }: RowCell): number =>
  textTo > textFrom ? textFrom : Math.min(to, from + 1)

/** Where the text of a cell ends. */
export const endOf = (cell: RowCell): number => Math.max(cell.textTo, startOf(cell))

const keptOf = (state: EditorState, found: FoundTable): Kept => {
  const { doc } = state
  const start = doc.line(found.firstLine).from
  const last = found.firstLine + found.lines.length - 1
  const end = doc.line(last).to
  const words = found.lines.flatMap((_, line) =>
    line === rulerLine
      ? []
      : cellsIn(state, found, line).map((cell) => ({ from: startOf(cell), to: endOf(cell) })),
  )
  const isBlank = (line: number) => line >= 1 && line <= doc.lines && doc.line(line).text.trim() === ''
  let [above, below] = [found.firstLine - 1, last + 1]
  while (isBlank(above)) above -= 1
  while (isBlank(below)) below += 1
  return {
    start,
    end,
    words,
    from: above >= 1 ? doc.line(above).to : 0,
    to: below <= doc.lines ? doc.line(below).from : doc.length,
  }
}

/** The tables of which a deletion would remove a part; one that it covers whole may go. */
const damaged = (state: EditorState, from: number, to: number): Kept[] => {
  const found = new Map<number, Kept>()
  for (const at of [from, to]) {
    const table = tableAt(state, at, maxParsing)
    if (table) found.set(table.firstLine, keptOf(state, table))
  }
  return [...found.values()].filter(
    ({ start, end }) => from < end && to > start && (from > start || to < end),
  )
}

const clipped = (parts: readonly Stretch[], { from, to }: Stretch): Stretch[] =>
  parts
    .map((part) => ({ from: Math.max(part.from, from), to: Math.min(part.to, to) }))
    .filter((part) => part.from < part.to)

/** What of a range may be deleted: text outside of the tables, and words inside of their cells. */
const deletable = ({ from, to }: Stretch, tables: readonly Kept[]): Stretch[] => {
  let outside: Stretch[] = [{ from, to }]
  for (const table of tables)
    outside = [
      ...clipped(outside, { from: 0, to: table.from }),
      ...clipped(outside, { from: table.to, to: Number.POSITIVE_INFINITY }),
    ]
  const inside = tables.flatMap(({ words }) => words.flatMap((cell) => clipped([{ from, to }], cell)))
  return [...outside, ...inside].sort((a, b) => a.from - b.from)
}

const cellOf = (at: number, tables: readonly Kept[]): Stretch | undefined =>
  tables.flatMap(({ words }) => words).find(({ from, to }) => from <= at && at <= to)

/** The place in a cell or outside of the tables that is nearest to a position. */
const nearestPlace = (at: number, tables: readonly Kept[]): number => {
  const table = tables.find(({ start, end }) => start <= at && at <= end)
  if (!table) return at
  const places = table.words.map(({ from, to }) => Math.min(Math.max(at, from), to))
  return places.reduce(
    (best, place) => (Math.abs(place - at) < Math.abs(best - at) ? place : best),
    places[0] ?? at,
  )
}

const isMeant = (transaction: Transaction): boolean => {
  if (transaction.isUserEvent('delete.line')) return false
  const event = transaction.annotation(Transaction.userEvent)
  return (
    event === 'input' || // Enter
    ['delete', 'input.type', 'input.paste', 'input.drop', 'move.drop'].some((kind) =>
      transaction.isUserEvent(kind),
    )
  )
}

/** Whether a deletion takes whole rows below the delimiter row, which leaves a table. */
const isRows = ({ doc }: EditorState, { from, to }: Stretch, tables: readonly Kept[]): boolean => {
  const [table, ...others] = tables
  if (!table || others.length > 0) return false
  const first = doc.lineAt(table.start).number + rulerLine + 1
  const [above, below] = [doc.lineAt(from), doc.lineAt(to)]
  const isBelow = from === above.from && to === below.from && above.number >= first
  const isAbove = from === above.to && to === below.to && above.number + 1 >= first
  return (isBelow || isAbove) && above.number < below.number
}

/** The edit without what would break a table; null if it breaks none. */
const withoutDamage = (transaction: Transaction): TransactionSpec | null => {
  const { startState: state, changes } = transaction
  let isDamaging = false
  const made: ChangeSpec[] = []
  const carets: number[] = []
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    const isAcross = /[|\n]/.test(state.sliceDoc(from, to))
    const broken = isAcross ? damaged(state, from, to) : []
    const tables = inserted.length === 0 && isRows(state, { from, to }, broken) ? [] : broken
    const caret = state.selection.ranges.find(
      (range) => range.empty && from <= range.head && range.head <= to,
    )
    const cell = caret && cellOf(caret.head, tables) // a caret deletes in its own cell only
    const parts = cell ? clipped([{ from, to }], cell) : deletable({ from, to }, tables)
    if (parts.length === 1 && parts[0]?.from === from && parts[0].to === to) {
      made.push({ from, to, insert: inserted })
      carets.push(to)
      return
    }
    isDamaging ||= tables.length > 0
    const at = cell ? caret.head : nearestPlace(from, tables)
    const [first = { from: at, to: at }, ...others] = parts
    made.push({ ...first, insert: inserted.lines > 1 && tables.length > 0 ? '' : inserted }, ...others)
    carets.push(first.to)
  })
  if (!isDamaging) return null
  const set = state.changes(made)
  const event = transaction.annotation(Transaction.userEvent)
  const main = Math.min(state.selection.mainIndex, carets.length - 1)
  return {
    changes: set,
    selection: EditorSelection.create(
      carets.map((at) => EditorSelection.cursor(set.mapPos(at, 1))),
      main,
    ),
    effects: transaction.effects,
    scrollIntoView: true,
    ...(event === undefined ? {} : { userEvent: event }),
  }
}

/**
 * While pipes are drawn as lines, an edit across cells empties them and leaves the table a table; it is removed only as a
 * whole, and its rows by the command for lines.
 */
export const keepCells = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || !transaction.startState.facet(isDrawn) || !isMeant(transaction))
    return transaction
  return withoutDamage(transaction) ?? transaction
})
