import { EditorView } from '@codemirror/view'
import { editorView } from '../document-store'

/** Puts the caret at the start of a 1-based line and shows it. In front matter the source opens for it. */
export const revealLine = (line: number): void => {
  const view = editorView()
  if (!view) return
  const { doc } = view.state
  const { from } = doc.line(Math.max(1, Math.min(line, doc.lines)))
  view.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
    userEvent: 'select.reveal',
  })
  view.focus()
}
