import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type StateCommand,
  type TransactionSpec,
} from '@codemirror/state'
import { itemAt } from '../../shared/base/item-at'
import type { Alignment } from '../../shared/tables/row-cells'
import {
  addColumn,
  addRow,
  alignColumn,
  type CellPlace,
  columnsOf,
  formatTable,
  moveColumn,
  moveRow,
  removeColumn,
  removeRow,
  rulerLine,
  sortRows,
  type TableText,
  writeTable,
} from '../../shared/tables/table-text'
import { trimChange } from '../document/state/text-changes'
import { cellAt, cellsIn, type FoundTable, tableAt } from './table-at'

interface Edit {
  readonly table: TableText
  readonly at: CellPlace
}

/** Small changes that turn a table's lines into `after`: one per line, or one if their number differs. */
const changesOf = (
  state: EditorState,
  { firstLine, lines }: FoundTable,
  after: readonly string[],
): ChangeSpec[] => {
  const start = state.doc.line(firstLine).from
  if (lines.length === after.length) {
    return lines.flatMap((line, index) => {
      const { from } = state.doc.line(firstLine + index)
      const insert = itemAt(after, index)
      return insert === line ? [] : [trimChange({ from, to: from + line.length, insert }, line)]
    })
  }
  const before = lines.join('\n')
  return [trimChange({ from: start, to: start + before.length, insert: after.join('\n') }, before)]
}

/** Moves the caret to a cell; `selects` also selects its text, as Tab does in a spreadsheet. */
const selectCell = (
  state: EditorState,
  place: CellPlace,
  selects: boolean,
  from: number,
): TransactionSpec => {
  const table = tableAt(state, from)
  const cells = table ? cellsIn(state, table, place.line === rulerLine ? 0 : place.line) : []
  const cell = cells[Math.min(place.column, cells.length - 1)]
  if (!cell) return {}
  const isEmpty = cell.textTo === cell.textFrom
  const at = isEmpty ? Math.min(cell.to, cell.from + 1) : cell.textTo
  return {
    selection: EditorSelection.single(isEmpty || !selects ? at : cell.textFrom, at),
    scrollIntoView: true,
    userEvent: 'select.cell',
  }
}

const edit =
  (change: (found: FoundTable, at: CellPlace) => Edit | null): StateCommand =>
  ({ state, dispatch }) => {
    const found = tableAt(state, state.selection.main.head)
    if (!found) return false
    const made = change(found, cellAt(state, found, state.selection.main.head))
    if (made === null) return true
    const changes = state.changes(changesOf(state, found, writeTable(made.table)))
    const after = state.update({ changes })
    const { selection } = selectCell(
      after.state,
      made.at,
      false,
      changes.mapPos(state.doc.line(found.firstLine).from, -1),
    )
    dispatch(
      state.update({
        changes,
        ...(selection ? { selection } : {}),
        scrollIntoView: true,
        userEvent: 'input.table',
      }),
    )
    return true
  }

const lastLineOf = ({ lines }: FoundTable): number => lines.length - 1

/** The previous or next cell; null beyond the ends of the table. Skips the ruler. */
const stepped = (found: FoundTable, { line, column }: CellPlace, by: 1 | -1): CellPlace | null => {
  const last = columnsOf(found.text) - 1
  const next = column + by
  if (next >= 0 && next <= last) return { line, column: next }
  const onto = line + by + (line + by === rulerLine ? by : 0)
  if (onto < 0 || onto > lastLineOf(found)) return null
  return { line: onto, column: by > 0 ? 0 : last }
}

const goTo =
  (by: 1 | -1): StateCommand =>
  (target) => {
    const { state, dispatch } = target
    const found = tableAt(state, state.selection.main.head)
    if (!found) return false
    const next = stepped(found, cellAt(state, found, state.selection.main.head), by)
    if (next) dispatch(state.update(selectCell(state, next, true, state.selection.main.head)))
    else if (by > 0) return addRowBelow(target, true)
    return true
  }

const addRowBelow = (target: Parameters<StateCommand>[0], fromStart: boolean): boolean =>
  edit(({ text }, { line, column }) => {
    const at = Math.max(line, rulerLine) + 1
    return { table: addRow(text, at), at: { line: at, column: fromStart ? 0 : column } }
  })(target)

/** Moves to the next cell; after the last one, adds a row. */
export const nextCell: StateCommand = goTo(1)
/** Moves to the previous cell. */
export const previousCell: StateCommand = goTo(-1)

/** Adds a row below; in an empty last row it ends the table instead. */
export const enterInTable: StateCommand = (target) => {
  const { state, dispatch } = target
  const { main } = state.selection
  const found = tableAt(state, main.head)
  if (!found || state.sliceDoc(main.from, main.to).includes('\n')) return false // Tab selects the words of a cell
  const { line } = cellAt(state, found, main.head)
  const row = found.text.rows[line]
  const isEmpty = row?.cells.every((cell) => cell.trim() === '') ?? false
  if (!isEmpty || line !== lastLineOf(found) || line <= rulerLine) return addRowBelow(target, true)
  const { from, to } = state.doc.line(found.firstLine + line)
  dispatch(
    state.update({
      changes: { from, to, insert: '\n' }, // text right below would be a row of the table
      selection: { anchor: from + 1 },
      scrollIntoView: true,
      userEvent: 'input.table',
    }),
  )
  return true
}

const rowWith = (by: 0 | 1): StateCommand =>
  edit(({ text }, { line, column }) => {
    const at = Math.max(rulerLine + 1, line + by)
    return { table: addRow(text, at), at: { line: at, column } }
  })

const columnWith = (by: 0 | 1): StateCommand =>
  edit(({ text }, { line, column }) => ({
    table: addColumn(text, column + by),
    at: { line, column: column + by },
  }))

const movedRow = (by: 1 | -1): StateCommand =>
  edit(({ text }, { line, column }) => {
    const table = moveRow(text, line, line + by)
    return table === text ? null : { table, at: { line: line + by, column } }
  })

const movedColumn = (by: 1 | -1): StateCommand =>
  edit(({ text }, { line, column }) => {
    const table = moveColumn(text, column, column + by)
    return table === text ? null : { table, at: { line, column: column + by } }
  })

const alignedAs = (alignment: Alignment): StateCommand =>
  edit(({ text }, at) => ({ table: alignColumn(text, at.column, alignment), at }))

const sorted = (isDown: boolean): StateCommand =>
  edit(({ text }, at) => ({ table: sortRows(text, at.column, isDown), at }))

/** The commands for the table at the caret, by id. */
export const tableCommands = {
  'table-row-above': rowWith(0),
  'table-row-below': rowWith(1),
  'table-row-up': movedRow(-1),
  'table-row-down': movedRow(1),
  'table-row-remove': edit(({ text }, { line, column }) => {
    const table = removeRow(text, line)
    return table === text ? null : { table, at: { line: Math.min(line, table.rows.length - 1), column } }
  }),
  'table-column-before': columnWith(0),
  'table-column-after': columnWith(1),
  'table-column-left': movedColumn(-1),
  'table-column-right': movedColumn(1),
  'table-column-remove': edit(({ text }, { line, column }) => {
    const table = removeColumn(text, column)
    return table === text ? null : { table, at: { line, column: Math.max(0, column - 1) } }
  }),
  'table-align-left': alignedAs('left'),
  'table-align-center': alignedAs('center'),
  'table-align-right': alignedAs('right'),
  'table-align-none': alignedAs(null),
  'table-sort-up': sorted(false),
  'table-sort-down': sorted(true),
  'table-format': edit(({ text }, at) => ({ table: formatTable(text), at })),
} as const satisfies Record<string, StateCommand>
