import { type EditorState, StateEffect, StateField, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type FoundTable, tableAt } from './table-at'

const setRow = StateEffect.define<number>()

/** The start of the row that is being typed with its pipes, as long as the caret stays in it. */
const rowByHand = StateField.define<number | null>({
  create: () => null,
  update(row, { state, changes, effects }) {
    let now = row === null ? null : changes.mapPos(row, -1)
    for (const effect of effects) if (effect.is(setRow)) now = effect.value
    return now !== null && state.doc.lineAt(state.selection.main.head).from === now ? now : null
  },
})

/** The place behind a pipe, without one of the blanks that wait there: whoever types pipes types blanks too. */
const intoCell = (
  state: EditorState,
  pipe: number,
  lead: { from: number; insert: string },
): TransactionSpec => {
  const spare = state.sliceDoc(pipe + 1, pipe + 3) === '  ' ? 1 : 0
  const { from, insert } = lead
  return {
    changes: [
      { from, to: pipe, insert },
      { from: pipe + 1, to: pipe + 1 + spare },
    ],
    selection: { anchor: from + insert.length + 1 },
    userEvent: 'input.type',
  }
}

/**
 * A row that Enter has added has all its pipes. Typed all the same, the first one is taken for the row's own, and the
 * others lead to the next cell as long as the cells behind are empty. Null where a pipe means something else.
 */
const overPipe = (state: EditorState, at: number): TransactionSpec | null => {
  const line = state.doc.lineAt(at)
  const [before, behind] = [state.sliceDoc(line.from, at), state.sliceDoc(at, line.to)]
  if (!/^\s*\|(?:\s*\|)*\s*$/.test(behind)) return null
  if (/^\s*\|\s*$/.test(before)) {
    const pipe = line.from + before.indexOf('|')
    const spec = intoCell(state, pipe, { from: pipe, insert: '' })
    return { ...spec, effects: setRow.of(line.from) }
  }
  if (state.field(rowByHand) !== line.from) return null
  const text = line.from + before.trimEnd().length
  return intoCell(state, at + behind.indexOf('|'), { from: text, insert: before.endsWith(' ') ? ' ' : '' })
}

const isInside = (state: EditorState, from: number, to: number, table: FoundTable | null): boolean => {
  const line = state.doc.lineAt(from)
  const isWhole = /\|\s*$/.test(line.text) && /\|/.test(state.sliceDoc(line.from, from))
  return table !== null && isWhole && state.sliceDoc(to, line.to).trim() !== ''
}

const typePipe = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view
  if (text !== '|' || state.selection.ranges.length > 1) return false
  const isEscaped = state.sliceDoc(from - 1, from) === '\\'
  if (isEscaped || !isInside(state, from, to, tableAt(state, from))) return false
  const escaped = {
    changes: { from, to, insert: '\\|' },
    selection: { anchor: from + 2 },
    userEvent: 'input.type',
  }
  view.dispatch((from === to ? overPipe(state, from) : null) ?? escaped)
  return true
})

/**
 * A pipe typed into a cell is escaped, so that it does not end the cell, if the row has pipes at both ends. In an empty
 * row it begins to type the row by hand.
 */
export const typedPipes = [rowByHand, typePipe]
