import type { BlockContext, BlockParser, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown'

/** A paragraph is looked through again with each of its lines: up to so many lines times characters. */
const maxLineWork = 20_000_000
/** Quotes and lists inside each other. */
const deepest = 100

/**
 * Leaves lines plain that are longer than `longestLine` or lie deeper than any hand writes, and ends paragraphs of more
 * lines than one has: Lezer looks over all of them with each line, and over all that is open around a line.
 */
export const plainBlocks = (longestLine: number): BlockParser => {
  const asPlainText = (cx: BlockContext, line: Line): boolean => {
    if (line.text.length <= longestLine && cx.depth <= deepest) return false
    const from = cx.lineStart + line.pos
    const to = cx.lineStart + line.text.length
    cx.nextLine()
    cx.addElement(cx.elt('Paragraph', from, to))
    return true
  }

  /** Ends a paragraph, and asks those who see more in it first, where one more line would be too much. */
  const enough = (): LeafBlockParser => {
    let lines = 1
    return {
      finish: () => false,
      nextLine(cx, line, leaf) {
        if (line.text.length <= longestLine && ++lines * leaf.content.length <= maxLineWork) return false
        endOf(cx, leaf, this)
        return true
      },
    }
  }

  return { name: 'PlainText', before: 'LinkReference', parse: asPlainText, leaf: enough }
}

const endOf = (cx: BlockContext, leaf: LeafBlock, self: LeafBlockParser): void => {
  for (const parser of leaf.parsers) if (parser !== self && parser.finish(cx, leaf)) return
  const inline = cx.parser.parseInline(leaf.content, leaf.start)
  cx.addLeafElement(leaf, cx.elt('Paragraph', leaf.start, leaf.start + leaf.content.length, inline))
}
