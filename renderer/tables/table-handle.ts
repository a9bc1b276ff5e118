import { type EditorState, type Extension, StateField } from '@codemirror/state'
import { showTooltip, type Tooltip } from '@codemirror/view'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { tableAt } from './table-at'
import { TableMenu } from './table-menu'

const handleAt = (state: EditorState): Tooltip | null => {
  const found = tableAt(state, state.selection.main.head, 0) // at each keystroke: without parsing
  if (!found || state.readOnly) return null
  return { pos: state.doc.line(found.firstLine).from, above: true, strictSide: true, create: drawHandle }
}

const drawHandle: Tooltip['create'] = () => {
  const dom = document.createElement('div')
  dom.className = 'cm-table-handle'
  const root = createRoot(dom)
  return {
    dom,
    mount: () => root.render(createElement(TableMenu)),
    destroy: () => setTimeout(() => root.unmount()), // React may be drawing at this moment
    overlap: true,
  }
}

const isSame = (one: Tooltip | null, other: Tooltip | null): boolean => one?.pos === other?.pos

/** A handle at the table that the caret is in. */
export const tableHandle: Extension = StateField.define<Tooltip | null>({
  create: handleAt,
  update(shown, { state, selection, docChanged }) {
    if (!selection && !docChanged) return shown
    const next = handleAt(state)
    return isSame(shown, next) ? shown : next
  },
  provide: (field) => showTooltip.from(field),
})
