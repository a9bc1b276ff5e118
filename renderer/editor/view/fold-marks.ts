import { codeFolding, foldEffect, syntaxTree, unfoldEffect } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { t } from '../../../shared/texts/translate'
import { type FoldPlace, foldAt, foldPlaces } from './fold-places'

const nameOf = ({ isFolded, heading }: FoldPlace): string => {
  if (heading === null) return isFolded ? t('editor.unfoldHead') : t('editor.foldHead')
  return isFolded ? t('editor.unfoldSection', { heading }) : t('editor.foldSection', { heading })
}

const keyOf = ({ line, isFolded, heading }: FoldPlace): string => `${line} ${isFolded} ${heading}`

/** The size of a mark in pixels, and its distance from the text. */
const size = 20
const gap = 2

interface Measured {
  readonly left: number
  readonly tops: readonly (number | null)[]
}

/**
 * A button in the margin beside each heading and the front matter. The buttons are layered over the text, so no line
 * moves when one appears, and caret and input methods are not affected.
 */
class FoldMarks {
  private readonly dom = document.createElement('div')
  private readonly buttons = new Map<string, HTMLButtonElement>()
  private places: readonly FoldPlace[] = []
  private keys = ''
  private near: number | null = null

  constructor(private readonly view: EditorView) {
    this.dom.className = 'cm-fold-marks'
    view.scrollDOM.append(this.dom)
    this.read()
    this.place()
  }

  update(update: ViewUpdate): void {
    const { docChanged, viewportChanged, heightChanged, geometryChanged, startState, state, transactions } =
      update
    const isParsed = syntaxTree(startState) !== syntaxTree(state)
    const hasEffects = transactions.some(({ effects }) => effects.length > 0)
    const changed = (docChanged || viewportChanged || isParsed || hasEffects) && this.read()
    const moved = viewportChanged || heightChanged || (geometryChanged && !docChanged)
    if (changed || moved) this.place()
  }

  destroy(): void {
    this.dom.remove()
  }

  /** Shows the button of the line under the pointer. */
  point(event: MouseEvent): void {
    const { view } = this
    const block = view.lineBlockAtHeight(event.clientY - view.documentTop)
    const near = view.state.doc.lineAt(block.from).number
    if (near === this.near) return
    this.near = near
    this.show()
  }

  leave(): void {
    this.near = null
    this.show()
  }

  private show(): void {
    for (const place of this.places)
      this.buttons.get(keyOf(place))?.classList.toggle('cm-fold-near', place.line === this.near)
  }

  /** Reads the visible text; true if its marks have changed. */
  private read(): boolean {
    const { state, visibleRanges } = this.view
    this.places = visibleRanges.flatMap((range) => foldPlaces(state, range))
    const keys = this.places.map(keyOf)
    const all = keys.join('\n')
    if (all === this.keys) return false
    this.keys = all
    for (const [key, button] of this.buttons)
      if (!keys.includes(key)) {
        button.remove()
        this.buttons.delete(key)
      }
    for (const place of this.places) {
      const key = keyOf(place)
      if (!this.buttons.has(key)) this.buttons.set(key, this.button(place))
    }
    this.show()
    return true
  }

  private button(place: FoldPlace): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'cm-fold-mark'
    button.tabIndex = -1 // the keyboard uses the commands
    button.title = nameOf(place)
    button.setAttribute('aria-label', nameOf(place))
    button.setAttribute('aria-expanded', String(!place.isFolded))
    button.style.visibility = 'hidden' // until its position is known
    button.addEventListener('mousedown', (event) => event.preventDefault()) // the text keeps the focus
    button.addEventListener('click', () => this.toggle(keyOf(place)))
    this.dom.append(button)
    return button
  }

  private toggle(key: string): void {
    const { view } = this
    const place = this.places.find((other) => keyOf(other) === key)
    const fold = place && foldAt(view.state, place.at)
    if (!fold) return
    const { isFolded, from, to } = fold
    const effect = isFolded ? unfoldEffect : foldEffect
    const { main } = view.state.selection
    const isInside = !isFolded && main.head > from && main.head <= to
    view.dispatch({
      effects: effect.of({ from, to }),
      ...(isInside ? { selection: { anchor: from } } : {}), // keys would go to hidden text
    })
  }

  private place(): void {
    this.view.requestMeasure<Measured>({
      key: this,
      read: (view) => {
        const scroller = view.scrollDOM.getBoundingClientRect()
        const text = view.contentDOM.getBoundingClientRect()
        const padding = Number.parseFloat(getComputedStyle(view.contentDOM).paddingLeft) || 0
        const tops = this.places.map(({ at }) => {
          const block = view.lineBlockAt(at)
          const isHidden = block.from !== at // the form is shown there
          const words = isHidden ? null : view.coordsAtPos(at, 1)
          return words && (words.top + words.bottom - size) / 2 - scroller.top + view.scrollDOM.scrollTop
        })
        return { left: Math.max(0, text.left + padding - scroller.left - size - gap), tops }
      },
      write: ({ left, tops }) => {
        this.places.forEach((place, index) => {
          const style = this.buttons.get(keyOf(place))?.style
          const top = tops[index]
          if (!style) return
          style.visibility = typeof top === 'number' ? '' : 'hidden'
          if (typeof top === 'number') style.transform = `translate(${left}px, ${top}px)`
        })
      },
    })
  }
}

const marks = ViewPlugin.define((view) => new FoldMarks(view), {
  eventHandlers: {
    mousemove(event) {
      this.point(event)
    },
    mouseleave() {
      this.leave()
    },
  },
})

const placeholder = (_view: EditorView, unfold: (event: Event) => void): HTMLElement => {
  const element = document.createElement('button')
  element.type = 'button'
  element.tabIndex = -1
  element.className = 'cm-foldPlaceholder live-drawn'
  element.textContent = '…'
  element.title = t('editor.unfold')
  element.setAttribute('aria-label', t('editor.unfold'))
  element.addEventListener('click', unfold)
  return element
}

const theme = EditorView.theme({
  '.cm-fold-marks': { position: 'absolute', top: '0', left: '0', width: '0', height: '0' },
  '.cm-fold-mark': {
    position: 'absolute',
    zIndex: '1',
    width: `${size}px`,
    height: `${size}px`,
    padding: '0',
    border: 'none',
    borderRadius: 'var(--radius-s)',
    background: 'none',
    color: 'var(--muted)',
    cursor: 'pointer',
    opacity: '0',
  },
  '.cm-fold-mark.cm-fold-near, .cm-fold-mark:hover, .cm-fold-mark[aria-expanded="false"]': { opacity: '1' },
  '.cm-fold-mark:hover': { color: 'var(--text)', backgroundColor: 'var(--sel)' },
  '.cm-fold-mark::before': {
    content: '""',
    position: 'absolute',
    top: '6px',
    left: '7px',
    width: '6px',
    height: '6px',
    borderRight: '1.5px solid currentColor',
    borderBottom: '1.5px solid currentColor',
    transform: 'translateY(-2px) rotate(45deg)',
    boxSizing: 'border-box',
  },
  '.cm-fold-mark[aria-expanded="false"]::before': { transform: 'translateX(-2px) rotate(-45deg)' },
  '.cm-foldPlaceholder': {
    margin: '0 4px',
    padding: '0 6px',
    border: 'none',
    borderRadius: 'var(--radius-s)',
    backgroundColor: 'var(--sel)',
    color: 'var(--muted)',
    font: 'inherit',
    fontSize: '0.8em',
    lineHeight: '1',
    cursor: 'pointer',
  },
  '.cm-foldPlaceholder:hover': { color: 'var(--text)' },
})

/** Folding by a mark beside a heading or the front matter, shown at the pointer and where text is folded. */
export const foldMarks: Extension = [codeFolding({ placeholderDOM: placeholder }), marks, theme]
