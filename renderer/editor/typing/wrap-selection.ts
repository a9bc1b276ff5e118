import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isInWords } from './places'

const wrapping: Readonly<Record<string, string>> = {
  '*': '*',
  _: '_',
  '`': '`',
  '~': '~',
  '"': '"',
  '[': ']',
}

/** The effect of a character typed over a selection: it wraps the selection; null if it just replaces it. */
export const wrapSelection = (state: EditorState, sign: string): TransactionSpec | null => {
  const end = wrapping[sign]
  const { ranges } = state.selection
  const isWrapped = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from < to && isInWords(state, from) && isInWords(state, to) && !/\n\s*\n/.test(state.sliceDoc(from, to))
  if (end === undefined || !ranges.every(isWrapped)) return null
  return {
    ...state.changeByRange((range) => ({
      changes: [
        { from: range.from, insert: sign },
        { from: range.to, insert: end },
      ],
      range: EditorSelection.range(range.anchor + 1, range.head + 1),
    })),
    scrollIntoView: true,
    userEvent: 'input.type.wrap',
  }
}

/** Markup characters typed over a selection wrap it; `*` typed twice makes it bold. */
export const wrapByTyping = EditorView.inputHandler.of((view, _from, _to, text) => {
  const spec = view.composing || view.state.readOnly ? null : wrapSelection(view.state, text)
  if (spec) view.dispatch(spec)
  return spec !== null
})
