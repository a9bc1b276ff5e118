import { syntaxTree } from '@codemirror/language'
import { type ChangeSet, type Extension, Prec, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, Direction, EditorView, ViewPlugin } from '@codemirror/view'
import { hasRightToLeft, type LineReading, readingDirections } from './reading-direction'

const lineOf = (dir: LineReading['dir']) => Decoration.line({ attributes: { dir } })
const lines = { ltr: lineOf('ltr'), rtl: lineOf('rtl'), auto: lineOf('auto') }
const isolate = Decoration.mark({
  attributes: { dir: 'ltr', style: 'unicode-bidi: isolate' },
  bidiIsolate: Direction.LTR,
})

interface Drawn {
  readonly lines: DecorationSet
  readonly isolates: DecorationSet
}

const nothing: Drawn = { lines: Decoration.none, isolates: Decoration.none }

const drawn = (view: EditorView): Drawn => {
  const ofLines = new RangeSetBuilder<Decoration>()
  const ofCode = new RangeSetBuilder<Decoration>()
  let any = false
  for (const { from, to } of view.visibleRanges)
    for (const { at, dir, isolates } of readingDirections(view.state, from, to)) {
      any = true
      ofLines.add(at, at, lines[dir])
      for (const code of isolates) ofCode.add(code.from, code.to, isolate)
    }
  return any ? { lines: ofLines.finish(), isolates: ofCode.finish() } : nothing
}

const bringsRightToLeft = (changes: ChangeSet): boolean => {
  let brings = false
  changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
    brings ||= hasRightToLeft(inserted.toString())
  })
  return brings
}

const plugin = ViewPlugin.define(
  (view) => ({
    drawn: drawn(view),
    update({ docChanged, viewportChanged, view: shown, changes, startState, state }) {
      const isNone = this.drawn === nothing
      const stays = !viewportChanged && isNone && !bringsRightToLeft(changes)
      const isRead = !isNone && syntaxTree(startState) !== syntaxTree(state)
      if ((docChanged || viewportChanged || isRead) && !stays) this.drawn = drawn(shown)
    },
  }),
  {
    decorations: ({ drawn }) => drawn.lines,
    provide: (own) => [
      // Inside other marks: around them it would split the cells of a rendered table.
      Prec.highest(EditorView.decorations.of((view) => view.plugin(own)?.drawn.isolates ?? Decoration.none)),
      EditorView.bidiIsolatedRanges.of((view) => view.plugin(own)?.drawn.isolates ?? Decoration.none),
    ],
  },
)

/** Gives each paragraph the direction it has on the page: Arabic and Hebrew right to left, code left to right. */
export const lineDirection: Extension = [EditorView.perLineTextDirection.of(true), Prec.lowest(plugin)]
