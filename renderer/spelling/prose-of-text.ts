import { syntaxTree } from '@codemirror/language'
import type { EditorState, Text } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'

/** A passage of prose, in which everything that is not words is replaced with spaces. */
export interface Prose {
  readonly from: number
  readonly text: string
}

const ofWords = /^(?:Paragraph|ATXHeading\d|SetextHeading\d|TableCell|TableHeader|Task)$/
const notWords = new Set([
  'InlineCode',
  'URL',
  'Autolink',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'LinkLabel',
  'LinkMark',
  'EmphasisMark',
  'StrikethroughMark',
  'SubscriptMark',
  'SuperscriptMark',
  'HeaderMark',
  'QuoteMark',
  'TaskMarker',
  'TableDelimiter',
  'Entity',
  'Escape',
  'Emoji',
])
const marksInWords = /^(?:Emphasis|Strikethrough|Subscript|Superscript)Mark$|^Escape$/
const longest = 20_000
const letter = /[\p{L}\p{M}]/u

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** Spaces in place of markup; inside a word underscores, so that its halves are not checked as words. */
const inPlaceOf = (name: string, text: string, doc: Text, from: number, to: number): string => {
  const isInWord =
    marksInWords.test(name) &&
    letter.test(doc.sliceString(from - 1, from)) &&
    letter.test(doc.sliceString(to, to + 1))
  return isInWord ? '_'.repeat(text.length) : blank(text)
}

const proseOf = (node: SyntaxNode, doc: Text, from: number, to: number, isMdx: boolean): Prose => {
  let text = ''
  let at = from
  const skip = (start: number, end: number, name: string): void => {
    if (start < at || start >= to) return
    const until = Math.min(end, to)
    const skipped = doc.sliceString(start, until)
    text += doc.sliceString(at, start) + inPlaceOf(name, skipped, doc, start, until)
    at = until
  }
  node.cursor().iterate(({ name, from: start, to: end }) => {
    const isNote = name === 'Link' && doc.sliceString(start, start + 2) === '[^'
    if (!isNote && !notWords.has(name)) return true
    skip(start, end, name)
    return false
  })
  text += doc.sliceString(at, to)
  if (isMdx) text = text.replace(/^(?:import|export)\b.*$/gm, blank).replace(/\{[^{}]*\}/g, blank)
  return { from, text }
}

/** The prose between two offsets, block by block, without the head, code and HTML. */
export const proseBetween = (
  state: EditorState,
  from: number,
  to: number,
  bodyFrom: number,
  isMdx: boolean,
): readonly Prose[] => {
  const found: Prose[] = []
  syntaxTree(state).iterate({
    from,
    to,
    enter: ({ name, node }) => {
      if (!ofWords.test(name)) return true
      if (node.from < bodyFrom) return false
      // Only the visible part of a very long block.
      const isLong = node.to - node.from > longest
      const start = isLong ? Math.max(node.from, from) : node.from
      const end = isLong ? Math.min(node.to, to, start + longest) : node.to
      found.push(proseOf(node, state.doc, start, end, isMdx))
      return false
    },
  })
  return found
}
