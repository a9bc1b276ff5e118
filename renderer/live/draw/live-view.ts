import { syntaxTree } from '@codemirror/language'
import {
  type EditorSelection,
  type Extension,
  type Range,
  RangeSet,
  StateEffect,
  type Text,
} from '@codemirror/state'
import {
  type BlockWrapper,
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { headOfState } from '../../document/state/head-field'
import { labelsField } from '../reading/labels'
import type { ReadPiece } from '../reading/read-piece'
import { decorate, isBox, neverShown, rowLine } from './decorate'
import { lineEdges } from './line-edges'
import { piecesBetween, ReadingCache, sourceOf } from './pieces'
import { heightsOf, outgrown, type SteadyLine } from './steady-lines'
import { surroundings } from './surroundings'
import { tablesFromRight } from './table-direction'

const atom = Decoration.replace({})

/**
 * The caret skips hidden text in one step. Between table rows this includes the line break, since there is no place to
 * write before the first cell.
 */
const hiddenForGood = (ranges: readonly Range<Decoration>[], doc: Text): RangeSet<Decoration> => {
  const stretches: { from: number; to: number }[] = []
  const rows = new Set(ranges.filter(({ value }) => rowLine(value)).map(({ from }) => from))
  const hidden = ranges.filter(({ value }) => neverShown(value)).sort((a, b) => a.from - b.from)
  for (const { from, to } of hidden) {
    const line = doc.lineAt(from)
    const isRow = rows.has(line.from)
    const start = isRow && from === line.from && from > 0 ? from - 1 : from
    const end = isRow && to === line.to && to < doc.length ? to + 1 : to
    const last = stretches.at(-1)
    if (last && start <= last.to) last.to = Math.max(last.to, end)
    else stretches.push({ from: start, to: end })
  }
  return RangeSet.of(stretches.map(({ from, to }) => atom.range(from, to)))
}

const headLine = Decoration.line({ class: 'live-head' })

/** Front matter that is not shown as a form is source. */
const headLines = (doc: Text, from: number, to: number): Range<Decoration>[] => {
  const lines: Range<Decoration>[] = []
  for (let at = from; at < to; at = doc.lineAt(at).to + 1) lines.push(headLine.range(doc.lineAt(at).from))
  return lines
}

/** Redraws the text, for instance when something it waited for has arrived. */
export const redraw = StateEffect.define<null>()
/** Starts of lines whose markup is shown above the text. */
const tighten = StateEffect.define<readonly number[]>()

interface Drawn {
  readonly decorations: DecorationSet
  /** The boxes, around all other marks: a mark around a cell would make another one of it. */
  readonly boxes: DecorationSet
  readonly atoms: RangeSet<Decoration>
  readonly wrappers: RangeSet<BlockWrapper>
}

const nothing: Drawn = {
  decorations: Decoration.none,
  boxes: Decoration.none,
  atoms: Decoration.none,
  wrappers: RangeSet.empty,
}

class LiveView {
  drawn: Drawn
  private tight = new Set<number>()
  /** The selection when the markup was shown; kept while a mouse button is pressed. */
  private shownFor: EditorSelection | null
  private isPressed = false
  private readonly cache: ReadingCache

  constructor(
    private readonly view: EditorView,
    read: ReadPiece,
  ) {
    this.cache = new ReadingCache(read)
    this.shownFor = this.selection
    this.drawn = this.draw()
  }

  /** The selection for which markup is shown; none while the editor has no focus. */
  private get selection(): EditorSelection | null {
    const { view } = this
    return view.dom.contains(document.activeElement) ? view.state.selection : null
  }

  update(update: ViewUpdate): void {
    const { view, docChanged, changes, selectionSet, viewportChanged, focusChanged, startState, state } =
      update
    const effects = update.transactions.flatMap((transaction) => transaction.effects)
    const isRedrawn = effects.some((effect) => effect.is(redraw))
    if (docChanged) this.tight = new Set([...this.tight].map((at) => changes.mapPos(at, -1)))
    const isBehind = syntaxTree(state).length < view.viewport.to // text that is not parsed again yet keeps its decorations
    if (docChanged && !isRedrawn && (view.composing || isBehind)) {
      this.move(update)
      return
    }
    for (const effect of effects) if (effect.is(tighten)) for (const at of effect.value) this.tight.add(at)
    const isAround = startState.facet(surroundings) !== state.facet(surroundings)
    const isParsed = syntaxTree(startState) !== syntaxTree(state)
    const isTightened = effects.some((effect) => effect.is(tighten))
    if (selectionSet || focusChanged || docChanged || isRedrawn) {
      const wasAt = this.shownFor
      if (!this.isPressed || docChanged) this.shownFor = this.selection
      if (!docChanged && this.shownFor !== wasAt) this.keepSteady(wasAt)
    } else if (!viewportChanged && !isAround && !isParsed && !isTightened) return
    this.drawn = this.draw()
  }

  press(isPressed: boolean): void {
    if (this.isPressed === isPressed) return
    this.isPressed = isPressed
    if (!isPressed) this.view.dispatch({ effects: redraw.of(null) })
  }

  private move({ changes }: ViewUpdate): void {
    this.drawn = {
      decorations: this.drawn.decorations.map(changes),
      boxes: this.drawn.boxes.map(changes),
      atoms: this.drawn.atoms.map(changes),
      wrappers: this.drawn.wrappers.map(changes),
    }
  }

  /** Lines keep their height: if markup would make a line taller, it is shown above the text instead. */
  private keepSteady(before: EditorSelection | null): void {
    const { view } = this
    const linesAt = (selection: EditorSelection | null) =>
      (selection?.ranges ?? []).map(
        ({ head }) => view.state.doc.lineAt(Math.min(head, view.state.doc.length)).from,
      )
    const now = linesAt(this.shownFor)
    for (const at of [...this.tight]) if (!now.includes(at)) this.tight.delete(at)
    const known = new Set(linesAt(before))
    const entered = now.filter((at) => !known.has(at) || !this.tight.has(at))
    const heights: readonly SteadyLine[] = heightsOf(view, entered)
    if (heights.length === 0) return
    // After the lines are redrawn and before they are painted.
    queueMicrotask(() => {
      const lines = outgrown(view, heights).filter((at) => !this.tight.has(at))
      if (lines.length > 0) view.dispatch({ effects: tighten.of(lines) })
    })
  }

  private draw(): Drawn {
    const { view, cache } = this
    const { state } = view
    if (syntaxTree(state).length === 0) return nothing
    const labels = state.field(labelsField)
    const showing = {
      selection: this.shownFor,
      around: state.facet(surroundings),
      numbers: labels.numbers,
      tight: this.tight,
      lineStart: (at: number) => state.doc.lineAt(at).from,
    }
    const ranges: Range<Decoration>[] = []
    const { bodyFrom } = headOfState(state).split
    let drawnTo = -1
    for (const { from, to } of view.visibleRanges) {
      ranges.push(...headLines(state.doc, from, Math.min(to, bodyFrom)))
      for (const piece of piecesBetween(state, from, to)) {
        if (piece.from <= drawnTo) continue
        drawnTo = piece.to
        const reading = cache.of(sourceOf(state, piece, this.shownFor), labels)
        ranges.push(...decorate(reading, piece.from, showing))
      }
    }
    const hasTable = ranges.some(({ value }) => rowLine(value))
    const isMirrored = hasTable && showing.around.directionOf(state) === 'rtl'
    return {
      decorations: Decoration.set(
        ranges.filter(({ value }) => !isBox(value)),
        true,
      ),
      boxes: Decoration.set(
        ranges.filter(({ value }) => isBox(value)),
        true,
      ),
      atoms: hiddenForGood(ranges, state.doc),
      wrappers: isMirrored ? tablesFromRight(ranges, state.doc) : RangeSet.empty,
    }
  }
}

/** Renders the visible text. */
export const liveView = (read: ReadPiece): Extension => {
  const plugin = ViewPlugin.define((view) => new LiveView(view, read), {
    decorations: ({ drawn }) => drawn.decorations,
    provide: (of) => [
      EditorView.outerDecorations.of((view) => view.plugin(of)?.drawn.boxes ?? Decoration.none),
      EditorView.atomicRanges.of((view) => view.plugin(of)?.drawn.atoms ?? RangeSet.empty),
      EditorView.blockWrappers.of((view) => view.plugin(of)?.drawn.wrappers ?? RangeSet.empty),
    ],
    eventHandlers: {
      mousedown(event) {
        if (event.button !== 0) return
        this.press(true)
        window.addEventListener('mouseup', () => setTimeout(() => this.press(false)), { once: true })
      },
      compositionend(_event, view) {
        setTimeout(() => view.dispatch({ effects: redraw.of(null) })) // after the composed text is in the document
      },
    },
  })
  return [labelsField, plugin, lineEdges]
}
