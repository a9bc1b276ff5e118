import type { EditorState, Text } from '@codemirror/state'
import { sentencesOf } from '../../../shared/text/sentences'

export interface Part {
  readonly from: number
  readonly to: number
}

const maxLines = 500 // of one paragraph, each way
const longest = 20_000 // characters: the sentences of a longer paragraph are not looked for

const isBlank = (line: string): boolean => line.trim() === ''
const isHeading = (line: string): boolean => /^ {0,3}#{1,6}(?:\s|$)/.test(line)
const startsItem = (line: string): boolean => /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)

/** The paragraph, heading or list item at an offset; the line itself if it is blank. */
const paragraphAt = (doc: Text, at: number): Part => {
  const line = doc.lineAt(at)
  if (isBlank(line.text) || isHeading(line.text)) return line
  let first = line
  for (let left = maxLines; left > 0 && first.number > 1 && !startsItem(first.text); left -= 1) {
    const above = doc.line(first.number - 1)
    if (isBlank(above.text) || isHeading(above.text)) break
    first = above
  }
  let last = line
  for (let left = maxLines; left > 0 && last.number < doc.lines; left -= 1) {
    const below = doc.line(last.number + 1)
    if (isBlank(below.text) || isHeading(below.text) || startsItem(below.text)) break
    last = below
  }
  return { from: first.from, to: last.to }
}

/** The sentence at an offset, without trailing spaces; its end still belongs to it. */
const sentenceAt = (doc: Text, at: number): Part => {
  const paragraph = paragraphAt(doc, at)
  if (paragraph.to - paragraph.from > longest) return paragraph
  const text = doc.sliceString(paragraph.from, paragraph.to).replaceAll('\n', ' ') // a soft break does not end a sentence
  let found: Part = paragraph
  for (const sentence of sentencesOf(text)) {
    const from = paragraph.from + sentence.from
    if (from > at) break
    found = { from, to: from + sentence.text.trimEnd().length }
    if (at <= found.to) break
  }
  return found
}

/** The focused range: the sentence or paragraph of each end of the selection, and everything between. */
export const focusedPart = ({ doc, selection }: EditorState, by: 'sentence' | 'paragraph'): Part => {
  const partAt = by === 'sentence' ? sentenceAt : paragraphAt
  const { from, to } = selection.main
  return { from: partAt(doc, from).from, to: partAt(doc, to).to }
}
