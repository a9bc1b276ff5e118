import { keyOfRole } from '../../../shared/front-matter/schema/roles'
import { useSchema } from '../../base/schema-store'
import { editorState, editorView } from '../../document/document-store'
import { headOfState, startOfWords } from '../../document/state/head-field'
import { setField } from './form-edits'
import { headModeOf, showSource } from './mode'
import { headHost } from './place'

/** Shows the head as source with the caret in it, or as the form again. */
export const setSource = (source: boolean): void => {
  const view = editorView()
  if (!view) return
  const { split } = headOfState(view.state)
  const anchor = source ? split.content.from : split.bodyFrom
  view.dispatch({ effects: showSource.of(source), selection: { anchor }, scrollIntoView: true })
  view.focus()
}

/** Toggles between form and source. */
export const toggleSource = (): void => {
  const state = editorState()
  if (state) setSource(headModeOf(state) === 'form')
}

/** Adds a head with an empty title in the site's style; the form then offers the other fields. */
export const addHead = (): void => {
  const title = keyOfRole('title', useSchema.getState()) ?? 'title'
  if (setField([title], '')) requestAnimationFrame(focusForm)
}

const controls = 'textarea, input:not([hidden]), button, [role="combobox"], [role="switch"]'

/** Focuses the first control of the form, or the button that returns to it. */
export const focusForm = (): void => {
  const view = editorView()
  if (!view) return
  view.scrollDOM.scrollTop = 0
  if (focusFirstControl()) return // the next key goes to the form
  requestAnimationFrame(() => {
    if (focusFirstControl()) return
    // The form of a just opened post is still being drawn.
    const drawing = new MutationObserver(() => {
      if (focusFirstControl()) drawing.disconnect()
    })
    drawing.observe(headHost, { childList: true, subtree: true })
    setTimeout(() => drawing.disconnect(), 1_000)
  })
}

const focusFirstControl = (): boolean => {
  const control = headHost.querySelector<HTMLElement>(controls)
  control?.focus()
  return control !== null && control === document.activeElement // far down in the text, the form is not in the DOM
}

/** Goes from the form to the text, with the caret at its start. */
export const goOnToText = (): void => {
  const view = editorView()
  if (!view) return
  view.dispatch({
    selection: { anchor: startOfWords(view.state) },
    scrollIntoView: true,
    userEvent: 'select',
  })
  view.focus()
}

/** Focuses the last control, for the up arrow in the first line of the text. */
export const focusEndOfForm = (): boolean => {
  const last = [...headHost.querySelectorAll<HTMLElement>(controls)].at(-1)
  last?.focus()
  return last !== undefined
}
