import { type Tree, TreeFragment } from '@lezer/common'
import type { MarkdownParser } from '@lezer/markdown'
import { StagedParse } from './staged-parse'

/*
 * An incremental parse of @lezer/markdown reuses unchanged text by fragment, and within a fragment no branch larger than
 * a quarter of the text before it, so that trees stay balanced. From the start of a text, nothing is that small: each
 * block before the edit is reused singly, and all branches above are new at each key. Splitting the fragments into parts
 * that double in length gives each part its own start.
 */

const firstPart = 1024

/** The fragments split into parts that begin at a block, each about as long as the text before it. */
export const inParts = (fragments: readonly TreeFragment[]): readonly TreeFragment[] =>
  fragments.flatMap((fragment) => {
    const { tree, offset, openStart, openEnd } = fragment
    const parts: TreeFragment[] = []
    for (let at = fragment.from; at < fragment.to; ) {
      const to = Math.min(fragment.to, startOfBlock(tree, Math.max(at, firstPart) * 2 + offset) - offset)
      const isFirst = at === fragment.from
      // A block is reused from a fragment that began before it.
      const from = isFirst ? at : at - 1
      parts.push(
        new TreeFragment(from, to, tree, offset, isFirst && openStart, to === fragment.to && openEnd),
      )
      at = to
    }
    return parts
  })

/** The start of the first block after a position; a part that ended inside a block would have it parsed again. */
const startOfBlock = (tree: Tree, position: number): number =>
  tree.topNode.childAfter(position)?.nextSibling?.from ?? tree.length

/** Makes the cost of each later parse of `parser` depend only on what has changed. */
export const reuseInParts = (parser: MarkdownParser): void => {
  const { createParse } = parser
  parser.createParse = (input, fragments, ranges) =>
    new StagedParse(input, fragments, (taken) => createParse.call(parser, input, inParts(taken), ranges))
}
