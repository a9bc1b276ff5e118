import { useSchema } from '../base/schema-store'
import { dispatchChanges, editorState, editorView } from '../document/document-store'
import { headOfState } from '../document/head-field'
import { headModeOf, showSource } from './head-mode'
import { headHost } from './head-place'

/** Shows the head as source with the caret in it, or as the form again. */
export const setSource = (source: boolean): void => {
  const view = editorView()
  if (!view) return
  const { split } = headOfState(view.state)
  const anchor = source ? split.content.from : split.bodyFrom
  view.dispatch({ effects: showSource.of(source), selection: { anchor }, scrollIntoView: true })
  view.focus()
}

/** The other way of showing the head. */
export const toggleSource = (): void => {
  const state = editorState()
  if (state) setSource(headModeOf(state) === 'form')
}

/** Writes an empty title above the text; the form then offers the rest of what the site uses. */
export const addHead = (): void => {
  const state = editorState()
  if (!state) return
  const title = useSchema.getState().fields.find(({ role }) => role === 'title')?.key ?? 'title'
  const gap = state.doc.length === 0 || state.doc.line(1).text === '' ? '' : '\n'
  dispatchChanges([{ from: 0, to: 0, insert: `---\n${title}: ''\n---\n${gap}` }], 'input.form')
  requestAnimationFrame(focusForm)
}

const controls = 'textarea, input:not([hidden]), button, [role="combobox"], [role="switch"]'

/** Puts the focus into the first control of the form, or on the way back to it. */
export const focusForm = (): void => {
  const view = editorView()
  if (!view) return
  view.scrollDOM.scrollTop = 0
  requestAnimationFrame(() => headHost.querySelector<HTMLElement>(controls)?.focus())
}

/** Puts the focus into the last control, as the arrow up from the first line of the text does. */
export const focusEndOfForm = (): boolean => {
  const last = [...headHost.querySelectorAll<HTMLElement>(controls)].at(-1)
  last?.focus()
  return last !== undefined
}
