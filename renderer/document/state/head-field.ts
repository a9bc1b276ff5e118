import { type EditorState, StateEffect, StateField, type Text, type Transaction } from '@codemirror/state'
import { type FrontMatter, parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { type SplitPost, splitPost } from '../../../shared/front-matter/read/split'
import { siteHeads } from '../../base/site-store'

/** The front matter of the open text, parsed once for all its users. */
export interface HeadState {
  readonly split: SplitPost
  readonly frontMatter: FrontMatter
  /** The text up to the body: enough to edit any field, with the offsets of the whole text. */
  readonly text: string
}

const usualHead = 32_768
const maxFirstLines = 60
const opensHead = /^(?:---|\+\+\+|\{)/
/** How a head of another form may start; such heads are short. */
const mayOpenHead = /^(?:;;;|<!--|\.\. |"|[ \t\n]|[\w-]+[ \t]*:)/
const mayEndHead = /^(?:---|\+\+\+|\.\.\.)|\}/m

const readHead = (doc: Text): HeadState => {
  const start = doc.sliceString(0, usualHead)
  const split = splitPost(start, siteHeads())
  // A head without an end, or one that ends where we stopped reading, is read again with the whole text.
  const cut = start.length < doc.length && (seemsOpen(doc, split) || split.bodyFrom === start.length)
  return cut ? headOf(doc.toString()) : headOf(start, split)
}

const headOf = (text: string, split = splitPost(text, siteHeads())): HeadState => ({
  split,
  frontMatter: parseFrontMatter(text, split, siteHeads()),
  text: text.slice(0, split.bodyFrom),
})

const seemsOpen = (doc: Text, { language, problem }: SplitPost): boolean =>
  problem !== null || (language === 'none' && opensHead.test(doc.sliceString(0, 3)))

const touchesHead = ({ split }: HeadState, { changes, startState, newDoc }: Transaction): boolean => {
  const open = seemsOpen(startState.doc, split)
  let touched = false
  changes.iterChangedRanges((from, _to, fromAfter, toAfter) => {
    touched ||=
      from <= split.bodyFrom || startsText(newDoc, fromAfter) || (open && mayEnd(newDoc, fromAfter, toAfter))
  })
  return touched
}

/** A head begins in the first lines, and the next lines tell whether it is meant as a head. */
const startsText = (doc: Text, at: number): boolean => {
  const { number } = doc.lineAt(at)
  return number <= 2 || (number <= maxFirstLines && mayOpenHead.test(doc.sliceString(0, 60)))
}

const mayEnd = (doc: Text, from: number, to: number): boolean =>
  mayEndHead.test(doc.sliceString(doc.lineAt(from).from, doc.lineAt(to).to))

/** The site's rules for heads have changed: the head is read again. */
export const readHeadAgain = StateEffect.define<null>()

const asksAgain = ({ effects }: Transaction): boolean => effects.some((effect) => effect.is(readHeadAgain))

/** Caches the head: parsed again only when a change touches it. */
export const headField = StateField.define<HeadState>({
  create: ({ doc }) => readHead(doc),
  update: (head, transaction) =>
    (transaction.docChanged && touchesHead(head, transaction)) || asksAgain(transaction)
      ? readHead(transaction.newDoc)
      : head,
})

/** The current head of a text. */
export const headOfState = (state: EditorState): HeadState => state.field(headField)

/** The start of the first line of the body with text: what is typed on a blank line before it would join it. */
export const startOfWords = (state: EditorState): number => {
  const { bodyFrom } = headOfState(state).split
  const [blank = ''] = /^(?:[ \t]*\n)*/.exec(state.sliceDoc(bodyFrom, bodyFrom + 1_000)) ?? []
  return bodyFrom + blank.length
}
