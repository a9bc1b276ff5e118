import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { ChangeSpec, EditorState, Extension, Line, TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type DraggedImage, draggedImage, isImageDrag } from '../../document/images/dragged-image'
import { headOfState } from '../../document/state/head-field'

/**
 * Moves the source of an image to another position. An image that is its own paragraph stays one, before or after the
 * block it is dropped on; `isBefore` tells which. Null if nothing would change or the position is not in the body.
 */
export const moveImage = (
  state: EditorState,
  image: DraggedImage,
  at: number,
  isBefore: (block: Block) => boolean = ({ from, to }) => at - from < to - at,
): TransactionSpec | null => {
  const { doc } = state
  const { bodyFrom } = headOfState(state).split
  if (at < bodyFrom || image.from < bodyFrom || (at >= image.from && at <= image.to)) return null
  const text = doc.sliceString(image.from, image.to)
  const changes = isParagraph(state, image)
    ? asParagraph(state, image, at, text, isBefore)
    : [
        { from: image.from, to: image.to },
        { from: at, insert: text },
      ]
  if (!changes || state.changes(changes).apply(doc).eq(doc)) return null
  return { changes, userEvent: 'move.drop', scrollIntoView: true }
}

const isBlank = (line: Line | null): boolean => line === null || line.text.trim() === ''

const lineAfter = ({ doc }: EditorState, { number }: Line, by: 1 | -1): Line | null =>
  number + by >= 1 && number + by <= doc.lines ? doc.line(number + by) : null

const isParagraph = (state: EditorState, { from, to }: DraggedImage): boolean => {
  const line = state.doc.lineAt(from)
  const around = line.text.slice(0, from - line.from) + line.text.slice(to - line.from)
  const above = lineAfter(state, line, -1)
  const isFirst = above !== null && above.to < headOfState(state).split.bodyFrom
  return (
    to <= line.to && around.trim() === '' && (isFirst || isBlank(above)) && isBlank(lineAfter(state, line, 1))
  )
}

const asParagraph = (
  state: EditorState,
  image: DraggedImage,
  at: number,
  text: string,
  isBefore: (block: Block) => boolean,
): ChangeSpec[] | null => {
  const block = blockAt(state, at)
  if (!block || (block.from <= image.from && image.to <= block.to)) return null
  const gone = withBlankLines(state, state.doc.lineAt(image.from))
  return [
    gone,
    isBefore(block) ? { from: block.from, insert: `${text}\n\n` } : { from: block.to, insert: `\n\n${text}` },
  ]
}

/** A block of the text. */
interface Block {
  readonly from: number
  readonly to: number
}

/** The block that a position belongs to; for a blank line, the one above. */
const blockAt = (state: EditorState, at: number): Block | null => {
  let line: Line | null = state.doc.lineAt(at)
  while (line && isBlank(line)) line = lineAfter(state, line, -1)
  if (!line || line.from < headOfState(state).split.bodyFrom) return null
  const tree = ensureSyntaxTree(state, line.to, 100) ?? syntaxTree(state)
  let node = tree.resolveInner(line.from + line.text.search(/\S/), 1)
  while (node.parent?.parent) node = node.parent
  if (!node.parent) return { from: line.from, to: line.to }
  return { from: state.doc.lineAt(node.from).from, to: state.doc.lineAt(node.to).to }
}

/** A line with the blank lines after it, or at the end of the text before it. */
const withBlankLines = (state: EditorState, line: Line): { readonly from: number; readonly to: number } => {
  let next = lineAfter(state, line, 1)
  while (next && isBlank(next)) next = lineAfter(state, next, 1)
  if (next) return { from: line.from, to: next.from }
  let above = lineAfter(state, line, -1)
  while (above && isBlank(above) && above.from > headOfState(state).split.bodyFrom)
    above = lineAfter(state, above, -1)
  return { from: above?.to ?? line.from, to: line.to }
}

const isInUpperHalf = (view: EditorView, { from, to }: Block, y: number): boolean => {
  const [first, last] = [view.lineBlockAt(from), view.lineBlockAt(to)]
  return y - view.documentTop < (first.top + last.bottom) / 2
}

/** Drops an image of the text where the pointer lets go of it. */
export const imageMoves: Extension = EditorView.domEventHandlers({
  dragover(event) {
    if (!isImageDrag(event) || !event.dataTransfer) return false
    event.dataTransfer.dropEffect = 'move'
    event.preventDefault()
    return true
  },
  drop(event, view) {
    const image = draggedImage(event, view)
    if (!isImageDrag(event)) return false
    event.preventDefault()
    event.stopPropagation()
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
    const move =
      image && moveImage(view.state, image, at, (block) => isInUpperHalf(view, block, event.clientY))
    if (move) view.dispatch(move)
    view.focus()
    return true
  },
})
