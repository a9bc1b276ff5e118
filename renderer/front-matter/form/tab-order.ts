import { editorView } from '../../document/document-store'
import { focusEndOfForm } from '../head/actions'
import { headHost } from '../head/place'

const focusable =
  'a[href], button, input, select, textarea, iframe, summary, [tabindex], [contenteditable="true"]'

const stopsIn = (within: ParentNode): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => isStop(element) && !element.matches(':disabled') && isReached(element),
  )

// Editable elements are tab stops, although their tabIndex is -1 if not set.
const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 || (element.isContentEditable && !element.hasAttribute('tabindex'))

const isReached = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], [aria-hidden="true"]')

/**
 * The next Tab stop of the focused element where the browser's order is wrong: the form is inside the text, so it would
 * come after it. Null if the browser's own next stop is right.
 */
const nextStop = (focused: Element, text: HTMLElement, back: boolean): HTMLElement | null => {
  if (!isReached(text)) return null
  const form = stopsIn(text)
  const around = stopsIn(document).filter((element) => element === text || !text.contains(element))
  const at = around.indexOf(text)
  if (at < 0) return null
  const [before, after] = [around[at - 1] ?? null, around[at + 1] ?? null]
  if (focused === text) return back ? (form.at(-1) ?? before) : after
  if (!back && focused === before) return form[0] ?? text
  if (!back && focused === form.at(-1)) return text
  if (back && focused === form[0]) return before
  return back && focused === after ? text : null
}

/** Makes Tab go from the form to the text, and on to the preview; returns an unsubscribe function. */
export const listenToTab = (): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey)
      return
    const view = editorView()
    const focused = document.activeElement
    if (!view || !focused || focused.closest('[role="dialog"]')) return
    if (focused.getAttribute('aria-expanded') === 'true') return // an open list makes the rest inert
    if (focused === view.contentDOM && event.shiftKey && !headHost.isConnected) {
      view.scrollDOM.scrollTop = 0 // far down in the text, the form is not in the DOM
      requestAnimationFrame(focusEndOfForm)
      event.preventDefault()
      return
    }
    const next = nextStop(focused, view.contentDOM, event.shiftKey)
    if (!next) return
    event.preventDefault()
    if (next === view.contentDOM) view.focus()
    else next.focus()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
