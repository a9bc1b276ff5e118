import { type ChangeSpec, EditorSelection, EditorState, Transaction } from '@codemirror/state'
import { tableAt } from './table-at'

const barePipe = /(?<!\\)\|/g
const isRow = (line: string): boolean => /^\s*(?:\|.*\|\s*)?$/.test(line)

/** Whether a position is between two pipes of its line. */
const isInCell = (state: EditorState, at: number): boolean => {
  const line = state.doc.lineAt(at)
  const [before, behind] = [state.sliceDoc(line.from, at), state.sliceDoc(at, line.to)]
  return before.includes('|') && /\|\s*$/.test(behind) && tableAt(state, at) !== null
}

/** Text as a cell can hold it: in one line, with its pipes escaped. */
const forCell = (text: string): string =>
  text
    .trim()
    .replace(/\s*[\n\t]\s*/g, ' ')
    .replace(barePipe, '\\|')

/** Pasted text stays in its cell: a line break or a pipe in it would break the table. Pasted rows of a table go in as they are. */
export const pasteInCell = EditorState.transactionFilter.of((transaction) => {
  const { startState: state, changes } = transaction
  const event = transaction.annotation(Transaction.userEvent)
  if (event === undefined || !['input.paste', 'input.drop'].includes(event)) return transaction
  let isChanged = false
  const made: ChangeSpec[] = []
  const ends: number[] = []
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    const text = inserted.toString()
    const hasBreak = inserted.lines > 1 || /[\t|]/.test(text)
    const isFitted =
      hasBreak &&
      isInCell(state, from) &&
      !state.sliceDoc(from, to).includes('\n') &&
      !text.split('\n').every(isRow)
    isChanged ||= isFitted
    made.push({ from, to, insert: isFitted ? forCell(text) : inserted })
    ends.push(to)
  })
  if (!isChanged) return transaction
  const set = state.changes(made)
  return {
    changes: set,
    selection: EditorSelection.create(ends.map((at) => EditorSelection.cursor(set.mapPos(at, 1)))),
    effects: transaction.effects,
    scrollIntoView: true,
    userEvent: event,
  }
})
