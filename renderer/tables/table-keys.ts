import { completionStatus } from '@codemirror/autocomplete'
import { Prec, type StateCommand } from '@codemirror/state'
import { type Command, type EditorView, keymap } from '@codemirror/view'
import type { RowCell } from '../../shared/tables/row-cells'
import { cellAt, cellsIn, tableAt } from './table-at'
import { enterInTable, nextCell, previousCell, startTable, tableCommands } from './table-commands'
import { typedPipes } from './type-pipe'

/** Leaves the key to the list of completions while one is open. */
const unlessCompleting =
  (command: StateCommand): StateCommand =>
  (target) =>
    completionStatus(target.state) !== 'active' && command(target)

const either =
  (...all: readonly StateCommand[]): StateCommand =>
  (target) =>
    all.some((command) => command(target))

/** The cell at the caret while pipes are drawn as lines and could be deleted unseen; otherwise null. */
const drawnCell = (view: EditorView): RowCell | null => {
  const { state } = view
  const { main } = state.selection
  const table = view.dom.classList.contains('live') ? tableAt(state, main.head) : null
  if (!table) return null
  const { line, column } = cellAt(state, table, main.head)
  return cellsIn(state, table, line)[column] ?? null
}

const startOf = ({ from, to, textFrom, textTo }: RowCell): number =>
  textTo > textFrom ? textFrom : Math.min(to, from + 1)
const endOf = (cell: RowCell): number => Math.max(cell.textTo, startOf(cell))

/** Keeps Backspace and Delete at the edge of a cell's text from deleting the pipes of the table. */
const keepPipe =
  (forward: boolean): Command =>
  (view) => {
    const { main } = view.state.selection
    const cell = main.empty ? drawnCell(view) : null
    return cell !== null && (forward ? main.head >= endOf(cell) : main.head <= startOf(cell))
  }

const toEdge =
  (forward: boolean, extend: boolean): Command =>
  (view) => {
    const cell = drawnCell(view)
    if (!cell) return false
    const head = forward ? endOf(cell) : startOf(cell)
    const { anchor } = view.state.selection.main
    view.dispatch({
      selection: { anchor: extend ? anchor : head, head },
      scrollIntoView: true,
      userEvent: 'select',
    })
    return true
  }

/** The keys that move between the cells of a table and edit it, in every layout. */
export const tableKeys = [
  Prec.high(
    keymap.of([
      {
        key: 'Tab',
        run: unlessCompleting(either(nextCell, startTable)),
        shift: unlessCompleting(previousCell),
      },
      { key: 'Enter', run: unlessCompleting(enterInTable) },
      { key: 'Backspace', run: keepPipe(false) },
      { key: 'Delete', run: keepPipe(true) },
      { key: 'Home', run: toEdge(false, false), shift: toEdge(false, true) },
      { key: 'End', run: toEdge(true, false), shift: toEdge(true, true) },
      { key: 'Alt-ArrowUp', run: tableCommands['table-row-up'] },
      { key: 'Alt-ArrowDown', run: tableCommands['table-row-down'] },
    ]),
  ),
  typedPipes,
]
