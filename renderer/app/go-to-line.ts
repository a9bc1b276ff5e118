import { EditorView } from '@codemirror/view'
import { changeSettings, getSettings } from '../base/settings-store'
import { editorView } from '../document/document-store'

/** Puts the caret at the start of a line and shows it; a layout without the text gives way. */
export const goToLine = (line: number): void => {
  if (getSettings().layout === 'preview') changeSettings({ layout: 'split' })
  requestAnimationFrame(() => {
    const view = editorView()
    if (!view) return
    const { from } = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)))
    view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
      userEvent: 'select.reveal',
    })
    view.focus()
  })
}
