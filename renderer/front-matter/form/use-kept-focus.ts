import { type RefObject, useLayoutEffect, useRef } from 'react'

interface Focused {
  readonly id: string
  readonly from: number | null
  readonly to: number | null
}

const readFocus = (form: HTMLElement): Focused | null => {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || active.id === '' || !form.contains(active)) return null
  const typed = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement
  return {
    id: active.id,
    from: typed ? active.selectionStart : null,
    to: typed ? active.selectionEnd : null,
  }
}

const isText = (element: HTMLElement | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/**
 * A field that is filled for the first time moves to its place among the others, which makes it lose the focus. This
 * restores focus and caret.
 */
export const useKeptFocus = (form: RefObject<HTMLElement | null>): void => {
  const focused = useRef<Focused | null>(null)
  useLayoutEffect(() => {
    const element = form.current
    if (!element) return
    const note = () => {
      focused.current = readFocus(element)
    }
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !element.contains(target)) focused.current = null
    }
    const notes = ['focusin', 'keyup', 'input'] as const
    const leaves = ['focusin', 'pointerdown'] as const
    for (const name of notes) element.addEventListener(name, note)
    for (const name of leaves) document.addEventListener(name, leave, true)
    return () => {
      for (const name of notes) element.removeEventListener(name, note)
      for (const name of leaves) document.removeEventListener(name, leave, true)
    }
  }, [form])
  useLayoutEffect(() => {
    const { current: kept } = focused
    if (!kept || document.activeElement !== document.body) return
    const element = document.getElementById(kept.id)
    element?.focus({ preventScroll: true })
    if (isText(element) && kept.from !== null) element.setSelectionRange(kept.from, kept.to ?? kept.from)
  })
}
