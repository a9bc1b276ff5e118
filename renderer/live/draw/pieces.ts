import { syntaxTree } from '@codemirror/language'
import type { EditorSelection, EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { PostLabels } from '../reading/labels'
import type { Reading } from '../reading/marks'
import type { ReadPiece } from '../reading/read-piece'

/** A piece of the text that is parsed separately. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** Longer pieces stay as source: parsing them at each key would delay the next one. */
const longestPiece = 20_000
const longestItem = 4_000
const lists = new Set(['BulletList', 'OrderedList'])
const heads = new Set(['Head', 'HeadText'])
const note = /^\[\^[^\s\][]+\]:/m

const wholeLines = (state: EditorState, from: number, to: number): Piece => ({
  from: state.doc.lineAt(from).from,
  to: state.doc.lineAt(to).to,
})

const maxNotes = 1_000

/** Whether a block holds footnotes, which CodeMirror's parser takes for paragraphs or link definitions. */
const isNote = (state: EditorState, { name, from, to }: SyntaxNode): boolean =>
  (name === 'Paragraph' || name === 'LinkReference') &&
  note.test(state.sliceDoc(from, Math.min(to, from + maxNotes)))

/** Indented text below a footnote is part of it, not code. */
const isIndented = (node: SyntaxNode | null): node is SyntaxNode => node?.name === 'CodeBlock'

/** A block with what belongs to it. */
const wholeBlock = (state: EditorState, node: SyntaxNode): Piece => {
  const { prevSibling, nextSibling } = node
  if (isIndented(node) && prevSibling && isNote(state, prevSibling))
    return wholeLines(state, prevSibling.from, node.to)
  if (isIndented(nextSibling) && isNote(state, node)) return wholeLines(state, node.from, nextSibling.to)
  return wholeLines(state, node.from, node.to)
}

/** The pieces between two positions. A long list is parsed item by item. */
export const piecesBetween = (state: EditorState, from: number, to: number): Piece[] => {
  const pieces: Piece[] = []
  const visit = (parent: SyntaxNode, depth: number): void => {
    for (let node = parent.childAfter(from); node && node.from <= to; node = node.nextSibling) {
      if (heads.has(node.name)) continue
      const piece = wholeBlock(state, node)
      const length = piece.to - piece.from
      if (lists.has(node.name) && length > longestItem && depth === 0) visit(node, 1)
      else if (length <= longestPiece && piece.from !== pieces.at(-1)?.from) pieces.push(piece)
    }
  }
  visit(syntaxTree(state).topNode, 0)
  return pieces
}

/** A list item without text yet. Until there is some, its `-` underlines a heading where text is right above. */
const begunItem = /^([ \t>]*)-(?=[ \t]+$)/

/** What is parsed of a piece: its text, except that an item being typed does not turn the line above into a heading. */
export const sourceOf = (
  { doc }: Pick<EditorState, 'doc'>,
  { from, to }: Piece,
  selection: EditorSelection | null,
): string => {
  let source = doc.sliceString(from, to)
  for (const { head } of selection?.ranges ?? []) {
    if (head <= from || head > to) continue
    const line = doc.lineAt(head)
    const sign = line.from > from ? begunItem.exec(line.text) : null
    if (!sign) continue
    const at = line.from - from + sign[0].length - 1
    source = `${source.slice(0, at)}*${source.slice(at + 1)}`
  }
  return source
}

const maxKept = 3_000

/** Parsed pieces cached by their source: a key changes only one of them. */
export class ReadingCache {
  private readonly kept = new Map<string, Reading>()
  private labels: PostLabels | null = null

  constructor(private readonly read: ReadPiece) {}

  of(source: string, labels: PostLabels): Reading {
    if (labels !== this.labels || this.kept.size > maxKept) this.kept.clear()
    this.labels = labels
    const known = this.kept.get(source)
    if (known) return known
    const reading = this.read(source, labels)
    this.kept.set(source, reading)
    return reading
  }
}
