import type { BlockContext, BlockParser, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown'

/** Limit for lines times characters of a paragraph, as Lezer scans all of it again with each line. */
const maxLineWork = 20_000_000
/** Limit for nested quotes and lists. */
const deepest = 100

/**
 * Treats lines as plain text that are longer than `longestLine` or nested deeper than anybody writes, and
 * ends paragraphs that are too long: with each line Lezer scans the whole paragraph and all blocks around it.
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

  /** Ends a paragraph if one more line is too much; other parsers may first make something else of it. */
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
