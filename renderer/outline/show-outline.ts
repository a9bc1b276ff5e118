import { flushSync } from 'react-dom'
import { createLatest } from '../../shared/base/latest'
import { t } from '../../shared/texts/translate'
import { focusText } from '../base/focus-text'
import { changeSettings, getSettings } from '../base/settings-store'
import { useOutline } from './outline-store'

export const paneId = 'outline'

const inPane = (selector: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`#${paneId} ${selector}`)

const startFocus = createLatest()

const focusList = (label: string): void => {
  const list = () => inPane(`[role="listbox"][aria-label="${label}"]`)
  const isLatest = startFocus()
  const button = inPane('button')
  ;(list() ?? button)?.focus()
  // The post may still be loading: the list is focused when it is ready, unless something else took the focus.
  const stop = useOutline.subscribe(() => {
    setTimeout(() => {
      if (!isLatest() || document.activeElement !== button) return stop()
      list()?.focus()
    })
  })
}

const show = (label: string): void => {
  flushSync(() => changeSettings({ outline: true })) // the next key goes to the list
  focusList(label)
}

/** Hides the outline; returns the focus to the text if it was inside. */
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

/** Shows the backlinks and focuses them. */
export const showBacklinks = (): void => show(t('titles.backlinks'))
