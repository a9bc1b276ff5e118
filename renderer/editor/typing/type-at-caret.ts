import type { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isDrawn } from '../../document/state/drawn-text'

/** From this length on, comparing the line with what the page shows takes longer than drawing the letter. */
const longLine = 50_000

/**
 * Types a letter at the caret of the editor before it reaches the page. CodeMirror's usual way is to let the browser
 * insert it and to read the line back: in rendered text the browser may put it on the other side of hidden markup, and
 * in a very long line reading takes long.
 */
export const typeAtCaret = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { state } = view
    const { data: text, inputType, cancelable } = event
    if (inputType !== 'insertText' || text === null || !cancelable) return false
    if (view.composing || state.readOnly) return false
    if (!(state.facet(isDrawn) || isInLongLine(state)) || !isAtSelection(view, event)) return false
    const { from, to } = state.selection.main
    const insert = () =>
      state.update(state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input.type' })
    const isTaken = state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, text, insert))
    if (!isTaken) view.dispatch(insert())
    return true
  },
})

const isInLongLine = ({ doc, selection }: EditorState): boolean =>
  doc.length > longLine && doc.lineAt(selection.main.head).length > longLine

/**
 * Whether the letter goes to the editor's selection: the page may have moved the caret already, and the editor not yet
 * heard of it, or the system replaces another letter, as the accents of macOS do.
 */
const isAtSelection = (view: EditorView, event: InputEvent): boolean => {
  const selection = view.contentDOM.ownerDocument.getSelection()
  if (!selection?.anchorNode || !selection.focusNode || !view.contentDOM.contains(selection.anchorNode))
    return false
  const [target] = event.getTargetRanges()
  const range = selection.getRangeAt(0)
  if (target && (target.startOffset !== range.startOffset || target.startContainer !== range.startContainer))
    return false
  const { anchor, head } = view.state.selection.main
  return (
    isAt(view, selection.anchorNode, selection.anchorOffset, anchor) &&
    isAt(view, selection.focusNode, selection.focusOffset, head)
  )
}

/** Beside hidden text several positions are one place on the page. */
const isAt = (view: EditorView, node: Node, offset: number, position: number): boolean => {
  if (view.posAtDOM(node, offset) === position) return true
  return ([-1, 1] as const).some((side) => {
    const place = view.domAtPos(position, side)
    return place.node === node && place.offset === offset
  })
}
