import type { EditorView } from '@codemirror/view'
import { imageAt } from './image-at'

const type = 'application/x-postwright-image'

/** A stretch of the text. */
export interface DraggedImage {
  readonly from: number
  readonly to: number
}

/** Makes a rendered image draggable to another place in the text, with its whole source. */
export const dragImage = (event: DragEvent, view: EditorView, picture: HTMLElement): void => {
  const { dataTransfer } = event
  const line = view.state.doc.lineAt(view.posAtDOM(picture))
  const found = imageAt(line.text, view.posAtDOM(picture) - line.from)
  if (!dataTransfer || !found || view.state.readOnly) {
    event.preventDefault()
    return
  }
  dataTransfer.clearData() // the browser's own data is the image as a file
  dataTransfer.setData(type, `${line.from + found.from} ${line.from + found.to}`)
  dataTransfer.setData('text/plain', line.text.slice(found.from, found.to))
  dataTransfer.effectAllowed = 'move'
}

/** Whether an image of a text is being dragged. */
export const isImageDrag = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes(type) ?? false

/** The dropped image of this text; null for anything else. */
export const draggedImage = ({ dataTransfer }: DragEvent, view: EditorView): DraggedImage | null => {
  const [from, to] = (dataTransfer?.getData(type) ?? '').split(' ').map(Number)
  if (from === undefined || to === undefined || !(from < to) || to > view.state.doc.length) return null
  // The text may have changed during the drag.
  return view.state.sliceDoc(from, to) === dataTransfer?.getData('text/plain') ? { from, to } : null
}
