import { type ChangeSet, type Extension, Prec, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from '@codemirror/view'

const rightToLeft = /[\u0591-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const byItsText = Decoration.line({ attributes: { dir: 'auto' } })

const directions = (view: EditorView): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at)
      if (rightToLeft.test(line.text)) builder.add(line.from, line.from, byItsText)
      at = line.to + 1
    }
  }
  return builder.finish()
}

const bringsRightToLeft = (changes: ChangeSet): boolean => {
  let brings = false
  changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
    brings ||= rightToLeft.test(inserted.toString())
  })
  return brings
}

const plugin = ViewPlugin.define(
  (view) => ({
    lines: directions(view),
    update({ docChanged, viewportChanged, view: shown, changes }) {
      const stays = !viewportChanged && this.lines === Decoration.none && !bringsRightToLeft(changes)
      if ((docChanged || viewportChanged) && !stays) this.lines = directions(shown)
    },
  }),
  { decorations: ({ lines }) => lines },
)

/** Each line reads in the direction of its own text: Arabic and Hebrew from the right, code from the left. */
export const lineDirection: Extension = [EditorView.perLineTextDirection.of(true), Prec.lowest(plugin)]
