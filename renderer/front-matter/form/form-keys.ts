import { editorView } from '../../document/document-store'
import { redoInForm, undoInForm } from '../head/form-edits'

type Act = () => void

/** Escape first closes open lists; otherwise it moves the focus to the text. */
const isOpen = (target: EventTarget | null): boolean =>
  target instanceof Element && target.getAttribute('aria-expanded') === 'true'

/** Unwritten text is undone in its own field. */
const holdsDraft = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.dataset.draft !== undefined

const actOfKey = (event: KeyboardEvent): Act | null => {
  if (event.isComposing || holdsDraft(event.target)) return null
  if (event.key === 'Escape' && !isOpen(event.target)) return () => editorView()?.focus()
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? redoInForm : undoInForm
  return key === 'y' && !event.shiftKey ? redoInForm : null
}

/** Undo by menu, gesture or input method; the field's own undo does not know the text's history. */
const actOfInput = ({ inputType, target }: InputEvent): Act | null => {
  if (holdsDraft(target)) return null
  if (inputType === 'historyUndo') return undoInForm
  return inputType === 'historyRedo' ? redoInForm : null
}

/** Routes undo in the form to the history of the text; returns an unsubscribe function. */
export const listenToFormKeys = (form: HTMLElement): (() => void) => {
  const run = (event: Event, act: Act | null) => {
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const onKeyDown = (event: KeyboardEvent) => run(event, actOfKey(event))
  const onBeforeInput = (event: InputEvent) => run(event, actOfInput(event))
  form.addEventListener('keydown', onKeyDown)
  form.addEventListener('beforeinput', onBeforeInput)
  return () => {
    form.removeEventListener('keydown', onKeyDown)
    form.removeEventListener('beforeinput', onBeforeInput)
  }
}
