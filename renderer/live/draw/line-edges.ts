import {
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
} from '@codemirror/commands'
import { syntaxTree } from '@codemirror/language'
import { EditorSelection, type EditorState, type Extension, Prec } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'

type Side = 'start' | 'end'

const edgeOf = ({ state }: EditorView, head: number, side: Side): number => {
  const line = state.doc.lineAt(head)
  return side === 'start' ? line.from : line.to
}

/** Whether the caret is in the first or last row of its wrapped line. */
const isInEdgeRow = (view: EditorView, head: number, side: Side): boolean => {
  const here = view.coordsAtPos(head)
  const edge = view.coordsAtPos(edgeOf(view, head, side))
  return here !== null && edge !== null && here.top < edge.bottom && edge.top < here.bottom
}

/** Whether the text between is shown when the caret reaches it; text that stays hidden, such as a cell's pipe, is not. */
const isMarkup = (view: EditorView, from: number, to: number): boolean => {
  let isFree = view.state.sliceDoc(from, to).trim() !== '' // an indent is a stop of its own
  for (const rangesOf of view.state.facet(EditorView.atomicRanges))
    rangesOf(view).between(from, to, () => {
      isFree = false
      return false
    })
  return isFree
}

const isInTable = (state: EditorState): boolean => {
  const { head } = state.selection.main
  for (
    let node = syntaxTree(state).topNode.childAfter(head - 1);
    node && node.from <= head;
    node = node.nextSibling
  )
    if (node.name === 'Table' && node.to >= head) return true
  return false
}

/** Goes to the edge of a line past hidden markup, before which a visual movement would stop. */
const toEdge =
  (side: Side, usual: Command, isExtending: boolean): Command =>
  (view) => {
    if (isInTable(view.state)) return false // there the keys move by cells
    const before = view.state.selection.ranges.map(({ head }) => isInEdgeRow(view, head, side))
    usual(view)
    const { selection } = view.state
    if (selection.ranges.length !== before.length) return true
    const ranges = selection.ranges.map((range, index) => {
      const edge = edgeOf(view, range.head, side)
      const [from, to] = [Math.min(edge, range.head), Math.max(edge, range.head)]
      if (!before[index] || from === to || !isMarkup(view, from, to)) return range
      return isExtending ? EditorSelection.range(range.anchor, edge) : EditorSelection.cursor(edge)
    })
    const next = EditorSelection.create(ranges, selection.mainIndex)
    if (!next.eq(selection)) view.dispatch({ selection: next, userEvent: 'select', scrollIntoView: true })
    return true
  }

/** Makes Home and End reach the edges of a rendered line as in its source. */
export const lineEdges: Extension = Prec.high(
  keymap.of([
    {
      key: 'Home',
      run: toEdge('start', cursorLineBoundaryBackward, false),
      shift: toEdge('start', selectLineBoundaryBackward, true),
    },
    {
      key: 'End',
      run: toEdge('end', cursorLineBoundaryForward, false),
      shift: toEdge('end', selectLineBoundaryForward, true),
    },
  ]),
)
