import { flushSync } from 'react-dom'
import { t } from '../../shared/texts/translate'
import { focusText } from '../base/focus-text'
import { changeSettings, getSettings } from '../base/settings-store'
import { useOutline } from './outline-store'

export const paneId = 'outline'

const inPane = (selector: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`#${paneId} ${selector}`)

let stopWaiting = (): void => undefined

const focusList = (label: string): void => {
  const list = () => inPane(`[role="listbox"][aria-label="${label}"]`)
  stopWaiting()
  const button = inPane('button')
  ;(list() ?? button)?.focus()
  // The post may still be on its way: the list gets the focus when it comes, where nothing else took it.
  const stop = useOutline.subscribe(() => {
    setTimeout(() => {
      if (document.activeElement !== button) return stop()
      list()?.focus()
    })
  })
  stopWaiting = stop
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

/** Shows or hides the outline. */
export const toggleOutline = (): void => {
  if (getSettings().outline) hideOutline()
  else show(t('editor.headings'))
}

/** Shows the posts that link to the open one, and goes there. */
export const showBacklinks = (): void => show(t('titles.backlinks'))
