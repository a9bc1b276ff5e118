import type { EditorView } from '@codemirror/view'

/** The line at the top of the editor's viewport, with a fraction; below 0 while the form is visible. */
export const topLine = (view: EditorView): number => {
  const above = view.scrollDOM.getBoundingClientRect().top - view.documentTop
  if (above < 0) {
    const form = view.documentTop - view.scrollDOM.getBoundingClientRect().top + view.scrollDOM.scrollTop
    return form > 0 ? above / form : 0
  }
  const block = view.lineBlockAtHeight(above)
  const first = view.state.doc.lineAt(block.from).number - 1
  const last = view.state.doc.lineAt(block.to).number // folded lines share one block
  const share = block.height > 0 ? Math.min(1, (above - block.top) / block.height) : 0
  return first + share * (last - first)
}

/** The scroll position that shows a line at the top of the editor. */
export const scrollTopFor = (view: EditorView, line: number): number => {
  const form = view.documentTop - view.scrollDOM.getBoundingClientRect().top + view.scrollDOM.scrollTop
  if (line <= 0) return Math.max(0, form * (1 + Math.max(-1, line)))
  const { doc } = view.state
  const number = Math.min(Math.floor(line) + 1, doc.lines)
  const block = view.lineBlockAt(doc.line(number).from)
  const first = doc.lineAt(block.from).number - 1
  const last = doc.lineAt(block.to).number
  const share = last > first ? Math.min(1, (line - first) / (last - first)) : 0
  return form + block.top + share * block.height
}

/** Whether the editor is scrolled to its end. */
export const atEnd = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight + 4 &&
  element.scrollTop + element.clientHeight >= element.scrollHeight - 2
