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

/** The other way of showing the head. */
export const toggleSource = (): void => {
  const state = editorState()
  if (state) setSource(headModeOf(state) === 'form')
}

/** Puts a head with an empty title above the text, as the site writes one; the form then offers the rest. */
export const addHead = (): void => {
  const title = keyOfRole('title', useSchema.getState()) ?? 'title'
  if (setField([title], '')) requestAnimationFrame(focusForm)
}

const controls = 'textarea, input:not([hidden]), button, [role="combobox"], [role="switch"]'

/** Puts the focus into the first control of the form, or on the way back to it. */
export const focusForm = (): void => {
  const view = editorView()
  if (!view) return
  view.scrollDOM.scrollTop = 0
  if (focusFirstControl()) return // the next key is for the form already
  requestAnimationFrame(() => {
    if (focusFirstControl()) return
    // The form of a post that was opened a moment ago is still being drawn.
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
  return control !== null && control === document.activeElement // far down in the text the form is not in the page
}

/** Goes on from the form to the text: the caret stands where the words begin. */
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

/** Puts the focus into the last control, as the arrow up from the first line of the text does. */
export const focusEndOfForm = (): boolean => {
  const last = [...headHost.querySelectorAll<HTMLElement>(controls)].at(-1)
  last?.focus()
  return last !== undefined
}
