import { createDelayed } from '../base/delayed'
import { isSpellingOurs } from '../base/spelling/dictionaries'
import { type Correction, correctionInField } from './correct'
import styles from './field-spelling.module.css'
import { checkSpelling, knownSpelling, tellUnlessKnown } from './spelling-client'
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

/** The checked field, and a layer over it that repeats its text invisibly and shows only underlines. */
let shown: { readonly field: Field; readonly layer: HTMLElement; found: readonly Misspelling[] } | null = null

/** Whether an element is a text field to check; fields for names and addresses have `spellcheck` off. */
const isSpelled = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement
    ? target.spellcheck
    : target instanceof HTMLInputElement && target.type === 'text' && target.spellcheck

const leave = (): void => {
  checkSoon.stop()
  shown?.layer.remove()
  shown = null
}

const place = (): void => {
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
  if (!shown) return
  const { field, layer } = shown
  const { value } = field
  const typing = document.activeElement === field && isTyping ? field.selectionEnd : null
  shown.found = (knownSpelling(value) ?? [])
    .filter(({ to }) => to !== typing)
    .map(({ from, to, text }) => ({ from, to, word: text, paragraph: value }))
  layer.replaceChildren()
  let at = 0
  for (const { from, to, word } of shown.found) {
    const underlined = document.createElement('span')
    underlined.className = styles.misspelled ?? ''
    underlined.textContent = word
    layer.append(value.slice(at, from), underlined)
    at = to
  }
  layer.append(value.slice(at), '\u200b') // makes a line break at the end start a line
  place()
}

let isTyping = false

/** Checks the focused field; resolves when its misspelled words are known and underlined. */
export const checkField = async (): Promise<void> => {
  if (!shown || !isSpellingOurs()) return leave()
  const { value } = shown.field
  if (value.trim() !== '' && knownSpelling(value) === undefined) await checkSpelling([value])
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
  shown = { field, layer, found: [] }
  checkSoon.start(rest)
}

/** The correction for the first misspelled word in the focused field that passes a test, if any. */
export const misspelledInField = (isIt: (word: Misspelling, rect: DOMRect) => boolean): Correction | null => {
  if (!shown) return null
  const { field, layer, found } = shown
  const rects = [...layer.querySelectorAll('span')].map((span) => span.getBoundingClientRect())
  const index = found.findIndex((word, at) => isIt(word, rects[at] ?? new DOMRect()))
  const word = found[index]
  return word ? correctionInField(field, word, () => rects[index] ?? field.getBoundingClientRect()) : null
}

/** The focused field if it is checked; otherwise null. */
export const spelledField = (): Field | null => shown?.field ?? null

/** Checks the focused field again after the set of known words has changed. */
export const checkFieldAgain = (): void => {
  if (shown) checkSoon.start(rest)
}

/** Underlines misspelled words in the text field that has the focus. */
export const startFieldSpelling = (): void => {
  document.addEventListener('focusin', ({ target }) => {
    isTyping = false
    if (isSpelled(target)) enter(target)
    else if (shown && target !== shown.field) leave()
  })
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (shown && target === shown.field && relatedTarget === null && !document.hasFocus()) return
    if (shown && target === shown.field) leave()
  })
  document.addEventListener('input', ({ target }) => {
    if (!shown || target !== shown.field) return
    isTyping = true
    draw() // underlines at once only if this text was checked before
    checkSoon.start(rest)
  })
  document.addEventListener('selectionchange', () => {
    if (!shown || !isTyping) return
    const { value, selectionEnd } = shown.field
    if (selectionEnd !== null && /\p{L}/u.test(value.charAt(selectionEnd - 1))) return
    isTyping = false
    checkSoon.start(rest)
  })
  addEventListener('scroll', place, { capture: true, passive: true })
  addEventListener('resize', place, { passive: true })
}
