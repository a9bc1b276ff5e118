import { type HighlightStyle, syntaxTree, syntaxTreeAvailable } from '@codemirror/language'
import { type Extension, Prec, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { highlightTree } from '@lezer/highlight'

type Tree = ReturnType<typeof syntaxTree>
type PutSpan = (from: number, to: number, classes: string) => void

/** A styled range of a block, relative to the block's start. */
interface Span {
  readonly from: number
  readonly to: number
  readonly classes: string
}

/** Blocks up to this length are highlighted as a whole and cached; of longer ones only the visible part. */
const maxKept = 5_000

/** The highlighting of a text by block: a key leaves most blocks unchanged, and the parser reuses their trees. */
export class BlockColours {
  private readonly kept = new WeakMap<Tree, readonly Span[]>()

  constructor(private readonly style: HighlightStyle) {}

  /**
   * Calls `put` for each styled range between two positions, in order. `isParsed` tells whether everything before a
   * position is parsed: where the parser stopped, code in a block is parsed later, into the same tree.
   */
  draw(tree: Tree, from: number, to: number, isParsed: (to: number) => boolean, put: PutSpan): void {
    // Starts at the visible block: walking there from the first block takes as long as the rest of a key in a long text.
    for (let block = tree.topNode.childAfter(from); block && block.from < to; block = block.nextSibling) {
      const start = block.from
      const first = Math.max(0, from - start)
      const last = Math.min(block.to, to) - start
      const isKept = block.to - start <= maxKept && isParsed(block.to)
      const spans = isKept ? this.spansOf(block.toTree()) : this.walk(block.toTree(), first, last)
      for (const span of spans) {
        const begin = Math.max(span.from, first)
        const end = Math.min(span.to, last)
        if (begin < end) put(start + begin, start + end, span.classes)
      }
    }
  }

  private spansOf(block: Tree): readonly Span[] {
    const known = this.kept.get(block)
    if (known) return known
    const made = this.walk(block, 0, block.length)
    this.kept.set(block, made)
    return made
  }

  private walk(block: Tree, first: number, last: number): readonly Span[] {
    const spans: Span[] = []
    highlightTree(
      block,
      this.style,
      (from, to, classes) => void spans.push({ from, to, classes }),
      first,
      last,
    )
    return spans
  }
}

class Highlighter {
  decorations: DecorationSet
  private tree: Tree
  private to: number
  private readonly colours: BlockColours
  private readonly marks = new Map<string, Decoration>()

  constructor(view: EditorView, style: HighlightStyle) {
    this.colours = new BlockColours(style)
    this.tree = syntaxTree(view.state)
    this.decorations = this.draw(view)
    this.to = view.viewport.to
  }

  update({ view, state, changes, viewportChanged }: ViewUpdate): void {
    const tree = syntaxTree(state)
    const to = changes.mapPos(this.to, 1)
    // Text that is not parsed again yet keeps its colors.
    if (tree.length < view.viewport.to && tree.type === this.tree.type && to >= view.viewport.to) {
      this.decorations = this.decorations.map(changes)
      this.to = to
    } else if (tree !== this.tree || viewportChanged) {
      this.tree = tree
      this.decorations = this.draw(view)
      this.to = view.viewport.to
    }
  }

  private draw(view: EditorView): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>()
    const isParsed = (to: number) => syntaxTreeAvailable(view.state, to)
    for (const { from, to } of view.visibleRanges)
      this.colours.draw(this.tree, from, to, isParsed, (a, b, classes) =>
        builder.add(a, b, this.mark(classes)),
      )
    return builder.finish()
  }

  private mark(classes: string): Decoration {
    const known = this.marks.get(classes)
    if (known) return known
    const made = Decoration.mark({ class: classes })
    this.marks.set(classes, made)
    return made
  }
}

/** Highlights the visible text like `syntaxHighlighting`, in a time that does not depend on the text before it. */
export const highlightVisible = (style: HighlightStyle): Extension => [
  style.module ? EditorView.styleModule.of(style.module) : [],
  Prec.high(
    ViewPlugin.define((view) => new Highlighter(view, style), { decorations: (it) => it.decorations }),
  ),
]
