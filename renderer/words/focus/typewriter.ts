import { EditorState, type Extension, type StateEffect, type Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const movesCaret = ['input', 'delete', 'move', 'undo', 'redo', 'select']

/** Scrolls the line of the caret to the middle after a change; null for changes by the mouse or another program. */
export const centered = (step: Transaction): StateEffect<unknown> | null => {
  if (!step.docChanged && !step.selection) return null
  if (step.isUserEvent('select.pointer') || !movesCaret.some((event) => step.isUserEvent(event))) return null
  return EditorView.scrollIntoView(step.newSelection.main.head, { y: 'center' })
}

/** Keeps the current line in the middle of the pane. */
export const typewriter = (): Extension => [
  EditorState.transactionExtender.of((step) => {
    const effect = centered(step)
    return effect && { effects: effect }
  }),
  EditorView.theme({ '& .cm-content.cm-content': { paddingBottom: '50vh' } }),
]
