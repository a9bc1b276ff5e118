import { type Tree, TreeFragment } from '@lezer/common'
import type { MarkdownParser } from '@lezer/markdown'
import { StagedParse } from './staged-parse'

/*
 * An incremental parse of @lezer/markdown takes over what an edit left alone in stretches, one for each fragment, and
 * in a stretch no branch of the tree larger than a quarter of the text before it, so that trees stay balanced. From the
 * start of a text that is nothing at all: each block up to the edit is taken by itself, and each branch above them is
 * new to all who compare, at each key. Fragments whose parts double in length give each stretch a start of its own.
 */

const firstPart = 1024

/** The same fragments in parts that begin where a block does, each about as long as the text before it. */
export const inParts = (fragments: readonly TreeFragment[]): readonly TreeFragment[] =>
  fragments.flatMap((fragment) => {
    const { tree, offset, openStart, openEnd } = fragment
    const parts: TreeFragment[] = []
    for (let at = fragment.from; at < fragment.to; ) {
      const to = Math.min(fragment.to, startOfBlock(tree, Math.max(at, firstPart) * 2 + offset) - offset)
      const isFirst = at === fragment.from
      // A block is taken over from a fragment that began before it.
      const from = isFirst ? at : at - 1
      parts.push(
        new TreeFragment(from, to, tree, offset, isFirst && openStart, to === fragment.to && openEnd),
      )
      at = to
    }
    return parts
  })

/** Where the first block behind a position begins; a part that ended inside a block would have it read again. */
const startOfBlock = (tree: Tree, position: number): number =>
  tree.topNode.childAfter(position)?.nextSibling?.from ?? tree.length

/** Makes each later parse of `parser` cost what is new to it, however much there is before and behind that. */
export const reuseInParts = (parser: MarkdownParser): void => {
  const { createParse } = parser
  parser.createParse = (input, fragments, ranges) =>
    new StagedParse(input, fragments, (taken) => createParse.call(parser, input, inParts(taken), ranges))
}
