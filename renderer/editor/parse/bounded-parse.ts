import { foldNodeProp } from '@codemirror/language'
import {
  Autolink,
  Emoji,
  type InlineParser,
  type MarkdownConfig,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  TaskList,
} from '@lezer/markdown'
import { piecesOf } from '../../../shared/text/pieces'
import { plainBlocks } from '../../../shared/text/plain-blocks'

/*
 * Lezer parses a paragraph at once and looks back over it from each of its marks: one line of `[a](<b` takes quadratic
 * time, at each key. Text that nobody writes by hand is therefore parsed in pieces or not at all. This affects only
 * colors: text, preview and export do not use this tree.
 */

/** Lines longer than this stay plain. */
export const longestLine = 100_000

const inPieces: InlineParser = {
  name: 'InPieces',
  before: 'Escape',
  parse: (cx, _next, pos) => {
    if (pos !== cx.offset) return -1
    const pieces = piecesOf(cx.text)
    if (pieces.length === 1) return -1
    let at = pos
    for (const piece of pieces) {
      for (const element of cx.parser.parseInline(piece, at)) cx.addElement(element)
      at += piece.length
    }
    return cx.end
  },
}

// Its pattern for the line after a head is quadratic in the leading spaces of that line, and it looks through the whole
// line below a paragraph for a pipe.
const table: MarkdownConfig = {
  ...Table,
  parseBlock: (Table.parseBlock ?? []).map((parser) => ({
    ...parser,
    endLeaf: (cx, line, leaf) =>
      line.text.length <= longestLine &&
      !/^[>\s]{200}/.test(cx.peekLine()) &&
      parser.endLeaf?.(cx, line, leaf) === true,
  })),
}

/** GitHub's extensions for the CommonMark parser, in linear time. */
export const boundedMarkdown: readonly MarkdownConfig[] = [
  table,
  TaskList,
  Strikethrough,
  Autolink,
  Subscript,
  Superscript,
  Emoji,
  {
    props: [
      foldNodeProp.add({ Table: (tree, state) => ({ from: state.doc.lineAt(tree.from).to, to: tree.to }) }),
    ],
  },
  { parseInline: [inPieces], parseBlock: [plainBlocks(longestLine)] },
]
