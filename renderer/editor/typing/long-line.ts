import type { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** From this length on, comparing the line with what the page shows takes longer than drawing the letter. */
const longLine = 50_000

/** Types into a very long line at once; by the usual way CodeMirror reads and compares all of it at each key. */
export const typeInLongLine = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { state } = view
    const { data: text, inputType, cancelable } = event
    if (inputType !== 'insertText' || text === null || !cancelable) return false
    if (view.composing || state.readOnly || !isInLongLine(state) || !isAtSelection(view)) return false
    const { from, to } = state.selection.main
    const insert = () =>
      state.update({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length },
        scrollIntoView: true,
        userEvent: 'input.type',
      })
    const isTaken = state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, text, insert))
    if (!isTaken) view.dispatch(insert())
    return true
  },
})

const isInLongLine = ({ doc, selection }: EditorState): boolean =>
  doc.length > longLine && selection.ranges.length === 1 && doc.lineAt(selection.main.head).length > longLine

/** The page may have moved the caret already, and the editor not yet heard of it. */
const isAtSelection = (view: EditorView): boolean => {
  const { anchorNode, anchorOffset, focusNode, focusOffset } =
    view.contentDOM.ownerDocument.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.contentDOM.contains(anchorNode)) return false
  const { anchor, head } = view.state.selection.main
  return view.posAtDOM(anchorNode, anchorOffset) === anchor && view.posAtDOM(focusNode, focusOffset) === head
}
