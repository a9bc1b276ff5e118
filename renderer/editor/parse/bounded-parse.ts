import { foldNodeProp } from '@codemirror/language'
import {
  Autolink,
  type BlockContext,
  type BlockParser,
  Emoji,
  type InlineParser,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  TaskList,
} from '@lezer/markdown'

/*
 * Lezer reads a paragraph in one go, and looks back over it from each of its marks: one line of `[a](<b` takes the
 * square of its length, at each key. What no hand writes is therefore read in pieces or not at all. Only colours are
 * at stake: text, preview and export know nothing of this tree.
 */

/** A text costs up to its length times the marks in it; prose full of links stays below up to 5,000 characters. */
const mostWork = 2_000_000
/** Lines longer than this stay plain. */
export const longestLine = 100_000
/** A paragraph is looked through again with each of its lines: up to so many lines times characters. */
const mostLineWork = 20_000_000
/** Quotes and lists inside each other. */
const deepest = 100

const blank = 32
const lineEnd = 10
const marks = new Set([...'[]()<*_~^`:@'].map((mark) => mark.charCodeAt(0)))

/** Cuts a text so that no piece costs too much: where a line ends or a word, unless there is none. */
export const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = []
  let from = 0
  let found = 0
  let gap = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isGap = code === blank || code === lineEnd
    if (isGap) gap = at
    // Of many blanks, each could begin a hard break.
    if (isGap ? text.charCodeAt(at - 1) === blank : marks.has(code)) found++
    if (found * (at + 1 - from) <= mostWork) continue
    const cut = gap > from ? gap : at
    pieces.push(text.slice(from, cut))
    at = cut - 1 // what lies behind the gap is counted for the next piece
    from = gap = cut
    found = 0
  }
  pieces.push(text.slice(from))
  return pieces
}

const inPieces: InlineParser = {
  name: 'InPieces',
  before: 'Escape',
  parse: (cx, _next, pos) => {
    if (pos !== cx.offset || cx.text.length ** 2 <= mostWork) return -1
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

const asPlainText = (cx: BlockContext, line: Line): boolean => {
  if (line.text.length <= longestLine && cx.depth <= deepest) return false
  const from = cx.lineStart + line.pos
  const to = cx.lineStart + line.text.length
  cx.nextLine()
  cx.addElement(cx.elt('Paragraph', from, to))
  return true
}

const endOf = (cx: BlockContext, leaf: LeafBlock, self: LeafBlockParser): void => {
  for (const parser of leaf.parsers) if (parser !== self && parser.finish(cx, leaf)) return
  const inline = cx.parser.parseInline(leaf.content, leaf.start)
  cx.addLeafElement(leaf, cx.elt('Paragraph', leaf.start, leaf.start + leaf.content.length, inline))
}

/** Ends a paragraph, and asks those who see more in it first, where one more line would be too much. */
const enough = (): LeafBlockParser => {
  let lines = 1
  return {
    finish: () => false,
    nextLine(cx, line, leaf) {
      if (line.text.length <= longestLine && ++lines * leaf.content.length <= mostLineWork) return false
      endOf(cx, leaf, this)
      return true
    },
  }
}

const plainText: BlockParser = {
  name: 'PlainText',
  before: 'LinkReference',
  parse: asPlainText,
  leaf: enough,
}

// Its pattern for the line below a head takes the square of the blanks that line begins with.
const table: MarkdownConfig = {
  ...Table,
  parseBlock: (Table.parseBlock ?? []).map((parser) => ({
    ...parser,
    endLeaf: (cx, line, leaf) =>
      !/^[>\s]{200}/.test(cx.peekLine()) && parser.endLeaf?.(cx, line, leaf) === true,
  })),
}

/** GitHub's markdown for CommonMark's parser, in work that grows with the text and never faster. */
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
  { parseInline: [inPieces], parseBlock: [plainText] },
]
