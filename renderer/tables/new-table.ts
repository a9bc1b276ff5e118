import type { EditorState, StateCommand } from '@codemirror/state'
import { itemAt } from '../../shared/base/item-at'
import { readTable, widthOf } from '../../shared/tables/table-text'
import { headOfState } from '../document/state/head-field'
import { tableAt } from './table-at'

/** Quote marks and blanks, then perhaps the marker of an item, before the first pipe of a line. */
const beforePipe = /^([ \t]*(?:>[ \t]?)*)((?:[-+*]|\d{1,9}[.)])[ \t]+)?(?=\|)/

/** Turns a line that starts with `|` into the head of a new table; the caret goes to the first empty cell. */
export const startTable: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection
  const line = state.doc.lineAt(main.head)
  const [lead, outer = '', marker = ''] = beforePipe.exec(line.text) ?? []
  if (!main.empty || lead === undefined || tableAt(state, main.head)) return false
  const rest = (number: number) =>
    number >= 1 && number <= state.doc.lines ? state.doc.line(number).text.replace(/^[\s>]+/, '') : ''
  if (rest(line.number + 1) !== '') return false
  const isBelowText = marker === '' && rest(line.number - 1) !== '' && !isInHead(state, line.from - 1)
  const above = isBelowText ? `${outer.trimEnd()}\n` : ''
  const indent = lead.length
  const written = readTable([line.text], [indent]).rows[0]?.cells ?? []
  const cells = written.filter((cell, index) => cell.trim() !== '' || index < written.length - 1)
  const columns = Math.max(2, cells.length)
  const head = Array.from({ length: columns }, (_, index) => (cells[index] ?? '').trim())
  const inner = outer + ' '.repeat(marker.length)
  const row = (before: string, texts: readonly string[]) => `${before}| ${texts.join(' | ')} |`
  const widths = head.map((cell) => Math.max(3, widthOf(cell)))
  const padded = head.map((cell, column) => cell + ' '.repeat(itemAt(widths, column) - widthOf(cell)))
  const lines = [
    row(above + lead, padded),
    row(
      inner,
      widths.map((width) => '-'.repeat(width)),
    ),
    row(
      inner,
      widths.map((width) => ' '.repeat(width)),
    ),
  ]
  const ends = lines.map((text) => text.length + 1)
  const empty = head.indexOf('')
  const cellStart = (column: number, texts: readonly string[]) =>
    indent + 2 + texts.slice(0, column).reduce((sum, text) => sum + text.length + 3, 0)
  const anchor =
    empty >= 0
      ? line.from + above.length + cellStart(empty, padded)
      : line.from + itemAt(ends, 0) + itemAt(ends, 1) + cellStart(0, [])
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to, insert: lines.join('\n') },
      selection: { anchor },
      scrollIntoView: true,
      userEvent: 'input.table',
    }),
  )
  return true
}

const isInHead = (state: EditorState, at: number): boolean => at < headOfState(state).split.bodyFrom
