import { foldable, foldedRanges, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'

/** A line below which text can be folded. */
export interface FoldPlace {
  /** The start of its line. */
  readonly at: number
  readonly line: number
  readonly isFolded: boolean
  /** The text of the heading; null for the front matter. */
  readonly heading: string | null
}

interface TextRange {
  readonly from: number
  readonly to: number
}

const longestName = 200

const levelOf = ({ name }: SyntaxNode): number | null => {
  const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1]
  return level === undefined ? null : Number(level)
}

/** Whether there is text below a heading before the next of its level; cheaper than finding its end. */
const hasSection = (node: SyntaxNode, level: number): boolean => {
  const next = node.nextSibling
  return next !== null && (levelOf(next) ?? Number.POSITIVE_INFINITY) > level
}

const wordsOf = (line: string): string =>
  line
    .slice(0, longestName)
    .replace(/^\s*#{1,6}(?=\s)/, '')
    .replace(/\s#+\s*$/, '')
    .trim()

/** Whether a block of the text is its front matter. */
const isHead = ({ name, from }: SyntaxNode): boolean => from === 0 && (name === 'Head' || name === 'HeadText')

/** The foldable headings and front matter that begin in a part of the text. */
export const foldPlaces = (state: EditorState, { from, to }: TextRange): FoldPlace[] => {
  const places: FoldPlace[] = []
  const folded = foldedRanges(state)
  for (
    let node = syntaxTree(state).topNode.childAfter(from);
    node && node.from <= to;
    node = node.nextSibling
  ) {
    const level = levelOf(node)
    if (node.from < from || (level === null ? !isHead(node) : !hasSection(node, level))) continue
    const { doc } = state
    const line = doc.lineAt(node.from)
    if (level === null && node.to <= line.to) continue
    let isFolded = false
    folded.between(line.to, line.to, (start) => {
      isFolded ||= start === line.to
    })
    places.push({
      at: line.from,
      line: line.number,
      isFolded,
      heading: level === null ? null : wordsOf(line.text),
    })
  }
  return places
}

/** The foldable or folded range below a line that starts here; null if there is none. */
export const foldAt = (
  state: EditorState,
  at: number,
): (TextRange & { readonly isFolded: boolean }) | null => {
  const line = state.doc.lineAt(at)
  let found: TextRange | null = null
  foldedRanges(state).between(line.to, line.to, (from, to) => {
    if (from === line.to) found = { from, to }
  })
  const range: TextRange | null = found ?? foldable(state, line.from, line.to)
  return range && { ...range, isFolded: found !== null }
}
