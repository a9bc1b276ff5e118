import { forceParsing, syntaxTree } from '@codemirror/language'
import { StateEffect } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { createDelayed } from '../base/delayed'
import { isSpellingOurs } from '../base/spelling/dictionaries'
import { useDocument } from '../document/state/document-state'
import { headOfState } from '../document/state/head-field'
import { type Prose, proseBetween } from './prose-of-text'
import { spelling, tellUnlessKnown } from './spelling-client'

/** A misspelled word of the text, and the paragraph it is in. */
export interface Misspelling {
  readonly from: number
  readonly to: number
  readonly word: string
  readonly paragraph: string
}

/** Requests a new check after the dictionaries or the set of known words have changed. */
export const checkAgain = StateEffect.define<null>()
const drawAgain = StateEffect.define<null>()

const rest = 350
const mark = Decoration.mark({ class: 'cm-misspelled live-misspelled' })

const isMdx = (): boolean => useDocument.getState().post?.id.toLowerCase().endsWith('.mdx') === true

const proseIn = (view: EditorView, from: number, to: number): readonly Prose[] =>
  proseBetween(view.state, from, to, headOfState(view.state).split.bodyFrom, isMdx())

const foundIn = ({ from, text }: Prose): readonly Misspelling[] =>
  (spelling.known(text) ?? []).map((word) => ({
    from: from + word.from,
    to: from + word.to,
    word: word.text,
    paragraph: text,
  }))

/** Checks the passages without a cached result; returns false if there were none. */
const learn = async (prose: readonly Prose[]): Promise<boolean> => {
  const unknown = [...new Set(prose.map(({ text }) => text))].filter(
    (text) => text.trim() !== '' && spelling.known(text) === undefined,
  )
  if (unknown.length > 0) await spelling.check(unknown)
  return unknown.length > 0
}

class SpellingMarks {
  decorations: DecorationSet = Decoration.none
  found: readonly Misspelling[] = []
  /** The end of the word that is being typed, which is not underlined yet. */
  private typing: number | null = null
  private readonly checkSoon = createDelayed(() =>
    requestIdleCallback(() => void this.check(), { timeout: rest }),
  )
  private isAsking = false

  constructor(private readonly view: EditorView) {
    this.checkSoon.start(rest)
  }

  update({
    docChanged,
    changes,
    selectionSet,
    viewportChanged,
    transactions,
    state,
    startState,
  }: ViewUpdate): void {
    const effects = transactions.flatMap((transaction) => transaction.effects)
    if (docChanged) {
      this.decorations = this.decorations.map(changes)
      const isTyped = transactions.some((transaction) => transaction.isUserEvent('input.type'))
      this.typing = isTyped ? state.selection.main.head : null
    } else if (selectionSet) this.typing = null
    if (effects.some((effect) => effect.is(drawAgain))) this.draw()
    const isParsed = syntaxTree(startState) !== syntaxTree(state)
    if (
      docChanged ||
      selectionSet ||
      viewportChanged ||
      isParsed ||
      effects.some((effect) => effect.is(checkAgain))
    )
      this.checkSoon.start(rest)
  }

  destroy(): void {
    this.checkSoon.stop()
  }

  private prose(): readonly Prose[] {
    return this.view.visibleRanges.flatMap(({ from, to }) => proseIn(this.view, from, to))
  }

  private async check(): Promise<void> {
    if (!this.view.dom.isConnected || this.isAsking) return
    if (!isSpellingOurs()) {
      if (this.decorations.size > 0) this.view.dispatch({ effects: drawAgain.of(null) })
      return
    }
    this.isAsking = true
    try {
      await learn(this.prose())
    } catch (error) {
      tellUnlessKnown(error)
    } finally {
      this.isAsking = false
    }
    if (this.view.dom.isConnected) this.view.dispatch({ effects: drawAgain.of(null) })
  }

  private draw(): void {
    const prose = isSpellingOurs() ? this.prose() : []
    this.found = prose.flatMap(foundIn).filter(({ to }) => to !== this.typing)
    this.decorations = Decoration.set(
      this.found.map(({ from, to }) => mark.range(from, to)),
      true,
    )
    if (
      isSpellingOurs() &&
      prose.some(({ text }) => text.trim() !== '' && spelling.known(text) === undefined)
    )
      this.checkSoon.start(rest)
  }
}

const marks = ViewPlugin.fromClass(SpellingMarks, { decorations: (it) => it.decorations })

const look = EditorView.theme({
  '& .cm-misspelled': {
    textDecoration: 'underline wavy var(--danger) 1px',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
  },
})

/** Underlines misspelled words in the visible text when the writer pauses. */
export const textSpelling = [marks, look]

/** The underlined word at an offset. */
export const misspellingAt = (view: EditorView, at: number): Misspelling | null => {
  let found: Misspelling | null = null
  const all = view.plugin(marks)?.found ?? []
  view.plugin(marks)?.decorations.between(at, at, (from, to) => {
    const word = view.state.doc.sliceString(from, to)
    const known = all.find((one) => one.word === word)
    if (known) found = { ...known, from, to }
  })
  return found
}

const step = 20_000
const maxSteps = 400
const parseTime = 200

/**
 * The first misspelled word after an offset, then from the start of the text; null if there is none, and `changed` if
 * the text was edited before it was found.
 */
export const nextMisspelling = async (
  view: EditorView,
  at: number,
): Promise<Misspelling | null | 'changed'> => {
  const { doc } = view.state
  const places = [...rangesOf(at, doc.length), ...rangesOf(0, at)].slice(0, maxSteps)
  for (const [from, to] of places) {
    forceParsing(view, to, parseTime)
    const prose = proseIn(view, from, to)
    await learn(prose)
    if (view.state.doc !== doc) return 'changed'
    const found = prose.flatMap(foundIn).find((one) => one.from >= from && one.from < Math.max(to, from + 1))
    if (found) return found
  }
  return null
}

const rangesOf = (from: number, to: number): readonly (readonly [number, number])[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_none, index) => {
    const start = from + index * step
    return [start, Math.min(to, start + step)] as const
  })
