import type { EditorState, StateCommand } from '@codemirror/state'
import type { RowCell } from '../../shared/tables/row-cells'
import { endOf, startOf } from './keep-cells'
import { cellAt, cellsIn, tableAt } from './table-at'

/** The cell at an offset; null outside of tables. */
const cellOf = (state: EditorState, at: number): RowCell | null => {
  const table = tableAt(state, at)
  if (!table) return null
  const { line, column } = cellAt(state, table, at)
  return cellsIn(state, table, line)[column] ?? null
}

/** The edge of the cell at the caret, where Backspace or Delete would take a pipe; null outside of tables. */
const edgeAt = (state: EditorState, forward: boolean): number | null => {
  const cell = cellOf(state, state.selection.main.head)
  return cell && (forward ? endOf(cell) : startOf(cell))
}

/** The edge of the table beside the line of the caret, which is no row itself; null if there is none. */
const besideTable = (state: EditorState, forward: boolean): number | null => {
  const { head } = state.selection.main
  const line = state.doc.lineAt(head)
  if (head !== (forward ? line.to : line.from) || tableAt(state, head)) return null
  const at = forward ? line.to + 1 : line.from - 1
  const cell = at >= 0 && at <= state.doc.length ? cellOf(state, at) : null
  return cell && (forward ? startOf(cell) : endOf(cell))
}

/** Keeps a key that deletes from the pipes of a table: at the edge of a cell nothing is deleted, beside a table the caret goes into it. */
const keep =
  (forward: boolean): StateCommand =>
  ({ state, dispatch }) => {
    const { main } = state.selection
    if (!main.empty) return false
    const beside = besideTable(state, forward)
    if (beside !== null) {
      dispatch(state.update({ selection: { anchor: beside }, scrollIntoView: true, userEvent: 'select' }))
      return true
    }
    const edge = edgeAt(state, forward)
    return edge !== null && (forward ? main.head >= edge : main.head <= edge)
  }

/** Deletes to the edge of the cell where the whole line would be deleted. */
const keepToEdge =
  (forward: boolean): StateCommand =>
  (target) => {
    if (keep(forward)(target)) return true
    const { state, dispatch } = target
    const { main } = state.selection
    const edge = main.empty ? edgeAt(state, forward) : null
    if (edge === null) return false
    const changes = { from: Math.min(main.head, edge), to: Math.max(main.head, edge) }
    dispatch(state.update({ changes, scrollIntoView: true, userEvent: 'delete' }))
    return true
  }

/** The keys that delete, where the pipes of a table are not seen; each returns false where no pipe is concerned. */
export const keepPipes = {
  backward: keep(false),
  forward: keep(true),
  toStart: keepToEdge(false),
  toEnd: keepToEdge(true),
} as const satisfies Record<string, StateCommand>

/** Moves the caret to the start or the end of the text of its cell. */
export const toCellEdge =
  (forward: boolean, extend: boolean): StateCommand =>
  ({ state, dispatch }) => {
    const head = edgeAt(state, forward)
    if (head === null) return false
    const anchor = extend ? state.selection.main.anchor : head
    dispatch(state.update({ selection: { anchor, head }, scrollIntoView: true, userEvent: 'select' }))
    return true
  }
