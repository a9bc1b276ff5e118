import { type HighlightStyle, syntaxTree } from '@codemirror/language'
import { type Extension, Prec, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { highlightTree } from '@lezer/highlight'

type Tree = ReturnType<typeof syntaxTree>

/** Calls `put` for each stretch of the visible text that has a style, in order. */
export const highlightRange = (
  tree: Tree,
  style: HighlightStyle,
  from: number,
  to: number,
  put: (from: number, to: number, classes: string) => void,
): void => {
  // From the block in sight on: to walk there from the first block takes as long as all else of a key, in a long text.
  for (let block = tree.topNode.childAfter(from); block && block.from < to; block = block.nextSibling) {
    const start = block.from
    highlightTree(
      block.toTree(),
      style,
      (a, b, classes) => put(start + a, start + b, classes),
      Math.max(0, from - start),
      Math.min(block.to, to) - start,
    )
  }
}

class Highlighter {
  decorations: DecorationSet
  #tree: Tree
  #to: number
  readonly #marks = new Map<string, Decoration>()

  constructor(
    view: EditorView,
    private readonly style: HighlightStyle,
  ) {
    this.#tree = syntaxTree(view.state)
    this.decorations = this.#draw(view)
    this.#to = view.viewport.to
  }

  update({ view, state, changes, viewportChanged }: ViewUpdate): void {
    const tree = syntaxTree(state)
    const to = changes.mapPos(this.#to, 1)
    // What is not parsed again yet keeps its colours.
    if (tree.length < view.viewport.to && tree.type === this.#tree.type && to >= view.viewport.to) {
      this.decorations = this.decorations.map(changes)
      this.#to = to
    } else if (tree !== this.#tree || viewportChanged) {
      this.#tree = tree
      this.decorations = this.#draw(view)
      this.#to = view.viewport.to
    }
  }

  #draw(view: EditorView): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>()
    for (const { from, to } of view.visibleRanges)
      highlightRange(this.#tree, this.style, from, to, (a, b, classes) =>
        builder.add(a, b, this.#mark(classes)),
      )
    return builder.finish()
  }

  #mark(classes: string): Decoration {
    const known = this.#marks.get(classes)
    if (known) return known
    const made = Decoration.mark({ class: classes })
    this.#marks.set(classes, made)
    return made
  }
}

/** Colours the text in sight as `syntaxHighlighting` does, in a time that does not grow with the text before it. */
export const highlightVisible = (style: HighlightStyle): Extension => [
  style.module ? EditorView.styleModule.of(style.module) : [],
  Prec.high(
    ViewPlugin.define((view) => new Highlighter(view, style), { decorations: (it) => it.decorations }),
  ),
]
