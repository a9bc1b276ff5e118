import { completionStatus } from '@codemirror/autocomplete'
import { Prec, type StateCommand } from '@codemirror/state'
import { type Command, keymap } from '@codemirror/view'
import { isDrawn } from '../document/state/drawn-text'
import { keepCells } from './keep-cells'
import { keepPadding } from './keep-padding'
import { keepPipes, toCellEdge } from './keep-pipes'
import { startTable } from './new-table'
import { pasteInCell } from './paste-in-cell'
import { enterInTable, nextCell, previousCell, tableCommands } from './table-commands'
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

/** Runs a command while pipes are drawn as lines and could be deleted unseen. */
const whereDrawn =
  (command: StateCommand): Command =>
  (view) =>
    view.state.facet(isDrawn) && command(view)

const back = whereDrawn(keepPipes.backward)
const forward = whereDrawn(keepPipes.forward)

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
      { key: 'Backspace', run: back, shift: back },
      { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: back },
      { mac: 'Mod-Backspace', run: whereDrawn(keepPipes.toStart) },
      { mac: 'Ctrl-h', run: back },
      { key: 'Delete', run: forward },
      { key: 'Mod-Delete', mac: 'Alt-Delete', run: forward },
      { mac: 'Mod-Delete', run: whereDrawn(keepPipes.toEnd) },
      { mac: 'Ctrl-d', run: forward },
      { mac: 'Ctrl-k', run: whereDrawn(keepPipes.toEnd) },
      { key: 'Home', run: whereDrawn(toCellEdge(false, false)), shift: whereDrawn(toCellEdge(false, true)) },
      { key: 'End', run: whereDrawn(toCellEdge(true, false)), shift: whereDrawn(toCellEdge(true, true)) },
      { key: 'Alt-ArrowUp', run: tableCommands['table-row-up'] },
      { key: 'Alt-ArrowDown', run: tableCommands['table-row-down'] },
    ]),
  ),
  typedPipes,
  keepCells,
  keepPadding,
  pasteInCell,
]
