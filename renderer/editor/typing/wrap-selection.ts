import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { itemAt } from '../../../shared/base/item-at'
import { isAcrossCells, selectedParts } from '../commands/selected-parts'
import { isInWords } from '../parse/places'

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
    ...state.changeByRange((range) => {
      const parts = isAcrossCells(state, range) ? selectedParts(state, range) : [range]
      const changes = state.changes(
        parts.flatMap(({ from, to }) => [
          { from, insert: sign },
          { from: to, insert: end },
        ]),
      )
      const [first, last] = [itemAt(parts, 0).from, itemAt(parts, parts.length - 1).to]
      const [from, to] = [changes.mapPos(first, 1), changes.mapPos(last, -1)]
      return {
        changes,
        range: range.anchor <= range.head ? EditorSelection.range(from, to) : EditorSelection.range(to, from),
      }
    }),
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
