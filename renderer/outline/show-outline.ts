import { flushSync } from 'react-dom'
import { focusText } from '../base/focus-text'
import { changeSettings, getSettings } from '../base/settings-store'

export const paneId = 'outline'

const focusList = (label: string): void => {
  const list = document.querySelector<HTMLElement>(`#${paneId} [role="listbox"][aria-label="${label}"]`)
  ;(list ?? document.querySelector<HTMLElement>(`#${paneId} button`))?.focus()
}

const show = (label: string): void => {
  flushSync(() => changeSettings({ outline: true })) // the next key is for the list already
  focusList(label)
}

/** Takes the outline away; the focus goes back to the text when it was in there. */
export const hideOutline = (): void => {
  const hadFocus = document.getElementById(paneId)?.contains(document.activeElement) ?? false
  changeSettings({ outline: false })
  if (hadFocus) focusText()
}

/** Shows the outline, or takes it away. */
export const toggleOutline = (): void => {
  if (getSettings().outline) hideOutline()
  else show('Headings')
}

/** Shows the posts that link to the open one, and goes there. */
export const showBacklinks = (): void => show('Links here')
