import { type EditorState, type Extension, type Range, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { focusedPart } from './focused-part'

const dimLine = Decoration.line({ class: 'cm-out-of-focus' })
const dimText = Decoration.mark({ class: 'cm-out-of-focus' })

/** Dims the text outside of the focus: whole lines, and the rest of the lines with the focus. */
export const dimmed = (
  state: EditorState,
  by: 'sentence' | 'paragraph',
  visible: readonly { readonly from: number; readonly to: number }[],
): DecorationSet => {
  const focus = focusedPart(state, by)
  const builder = new RangeSetBuilder<Decoration>()
  let drawn = -1
  for (const range of visible) {
    for (let at = range.from; at <= range.to; ) {
      const line = state.doc.lineAt(at)
      at = line.to + 1
      if (line.number === drawn) continue
      drawn = line.number
      for (const { from, to, value } of dimmedIn(line, focus)) builder.add(from, to, value)
    }
  }
  return builder.finish()
}

const dimmedIn = (
  line: { readonly from: number; readonly to: number },
  focus: { readonly from: number; readonly to: number },
): Range<Decoration>[] => {
  if (line.to < focus.from || line.from > focus.to) return [dimLine.range(line.from)]
  const parts: Range<Decoration>[] = []
  if (line.from < focus.from) parts.push(dimText.range(line.from, focus.from))
  if (focus.to < line.to) parts.push(dimText.range(focus.to, line.to))
  return parts
}

/** Dimmed text loses its colors but keeps a readable contrast; images and checkboxes fade. */
const look = EditorView.theme({
  '& .cm-out-of-focus, & .cm-out-of-focus *': { color: 'var(--markup) !important' },
  '& .cm-out-of-focus span, & .cm-out-of-focus.cm-style-hint': {
    backgroundColor: 'transparent !important',
    textDecorationColor: 'currentcolor',
  },
  '& .cm-out-of-focus :is(img, input)': { opacity: '0.38' },
})

/** Highlights only the sentence or paragraph of the caret. */
export const focusMode = (by: 'sentence' | 'paragraph'): Extension => [
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = dimmed(view.state, by, view.visibleRanges)
      }
      update({ docChanged, selectionSet, viewportChanged, view }: ViewUpdate) {
        if (docChanged || selectionSet || viewportChanged)
          this.decorations = dimmed(view.state, by, view.visibleRanges)
      }
    },
    { decorations: ({ decorations }) => decorations },
  ),
  look,
]
