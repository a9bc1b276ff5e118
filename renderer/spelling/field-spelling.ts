import { create } from 'zustand'
import { createDelayed } from '../base/delayed'
import { isSpellingOurs } from '../base/spelling/dictionaries'
import { type Correction, correctionInField } from './correct'
import styles from './field-spelling.module.css'
import { spelling, tellUnlessKnown } from './spelling-client'
import type { Misspelling } from './text-spelling'

type Field = HTMLInputElement | HTMLTextAreaElement

/** The styles of a field that determine where its words are drawn. */
const measures = [
  // One by one: the computed `font` shorthand is empty for a variable font.
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontStretch',
  'fontKerning',
  'fontFeatureSettings',
  'fontVariationSettings',
  'fontOpticalSizing',
  'letterSpacing',
  'wordSpacing',
  'lineHeight',
  'textAlign',
  'textIndent',
  'textTransform',
  'direction',
  'padding',
  'borderStyle',
  'borderWidth',
  'boxSizing',
  'tabSize',
] as const

const rest = 350

interface SpelledField {
  /** The checked field, and a layer over it that repeats its text invisibly and shows only underlines. */
  readonly shown: { readonly field: Field; readonly layer: HTMLElement } | null
  readonly found: readonly Misspelling[]
  /** The word at the caret is being typed. */
  readonly isTyping: boolean
}

const useSpelledField = create<SpelledField>(() => ({ shown: null, found: [], isTyping: false }))
const shownField = () => useSpelledField.getState().shown
const setTyping = (isTyping: boolean): void => useSpelledField.setState({ isTyping })

/** Whether an element is a text field to check; fields for names and addresses have `spellcheck` off. */
const isSpelled = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement
    ? target.spellcheck
    : target instanceof HTMLInputElement && target.type === 'text' && target.spellcheck

const leave = (): void => {
  checkSoon.stop()
  shownField()?.layer.remove()
  useSpelledField.setState({ shown: null, found: [] })
}

const place = (): void => {
  const shown = shownField()
  if (!shown) return
  const { field, layer } = shown
  if (!field.isConnected) {
    leave()
    return
  }
  const { left, top, width, height } = field.getBoundingClientRect()
  Object.assign(layer.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  })
  layer.scrollTop = field.scrollTop
  layer.scrollLeft = field.scrollLeft
}

const draw = (): void => {
  const { shown, isTyping } = useSpelledField.getState()
  if (!shown) return
  const { field, layer } = shown
  const { value } = field
  const typing = document.activeElement === field && isTyping ? field.selectionEnd : null
  const found = (spelling.known(value) ?? [])
    .filter(({ to }) => to !== typing)
    .map(({ from, to, text }) => ({ from, to, word: text, paragraph: value }))
  useSpelledField.setState({ found })
  layer.replaceChildren()
  let at = 0
  for (const { from, to, word } of found) {
    const underlined = document.createElement('span')
    underlined.className = styles.misspelled ?? ''
    underlined.textContent = word
    layer.append(value.slice(at, from), underlined)
    at = to
  }
  layer.append(value.slice(at), '\u200b') // makes a line break at the end start a line
  place()
}

/** Checks the focused field; resolves when its misspelled words are known and underlined. */
export const checkField = async (): Promise<void> => {
  const shown = shownField()
  if (!shown || !isSpellingOurs()) return leave()
  const { value } = shown.field
  if (value.trim() !== '' && spelling.known(value) === undefined) await spelling.check([value])
  draw()
}

const checkSoon = createDelayed(() => void checkField().catch(tellUnlessKnown))

const enter = (field: Field): void => {
  leave()
  if (!isSpellingOurs()) return
  const layer = document.createElement('div')
  layer.className = styles.layer ?? ''
  layer.setAttribute('aria-hidden', 'true')
  const look = getComputedStyle(field)
  for (const measure of measures) layer.style[measure] = look[measure]
  layer.style.whiteSpace = field instanceof HTMLTextAreaElement ? 'pre-wrap' : 'pre'
  document.body.append(layer)
  useSpelledField.setState({ shown: { field, layer }, found: [] })
  checkSoon.start(rest)
}

/** The correction for the first misspelled word in the focused field that passes a test, if any. */
export const misspelledInField = (isIt: (word: Misspelling, rect: DOMRect) => boolean): Correction | null => {
  const { shown, found } = useSpelledField.getState()
  if (!shown) return null
  const { field, layer } = shown
  const rects = [...layer.querySelectorAll('span')].map((span) => span.getBoundingClientRect())
  const index = found.findIndex((word, at) => isIt(word, rects[at] ?? new DOMRect()))
  const word = found[index]
  return word ? correctionInField(field, word, () => rects[index] ?? field.getBoundingClientRect()) : null
}

/** The focused field if it is checked; otherwise null. */
export const spelledField = (): Field | null => shownField()?.field ?? null

/** Checks the focused field again after the set of known words has changed. */
export const checkFieldAgain = (): void => {
  if (shownField()) checkSoon.start(rest)
}

/** Underlines misspelled words in the text field that has the focus. */
export const startFieldSpelling = (): void => {
  document.addEventListener('focusin', ({ target }) => {
    setTyping(false)
    const shown = shownField()
    if (isSpelled(target)) enter(target)
    else if (shown && target !== shown.field) leave()
  })
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (target !== shownField()?.field) return
    if (relatedTarget !== null || document.hasFocus()) leave()
  })
  document.addEventListener('input', ({ target }) => {
    if (target !== shownField()?.field) return
    setTyping(true)
    draw() // underlines at once only if this text was checked before
    checkSoon.start(rest)
  })
  document.addEventListener('selectionchange', () => {
    const { shown, isTyping } = useSpelledField.getState()
    if (!shown || !isTyping) return
    const { value, selectionEnd } = shown.field
    if (selectionEnd !== null && /\p{L}/u.test(value.charAt(selectionEnd - 1))) return
    setTyping(false)
    checkSoon.start(rest)
  })
  addEventListener('scroll', place, { capture: true, passive: true })
  addEventListener('resize', place, { passive: true })
}
