import { type EditorState, StateField, type Text, type Transaction } from '@codemirror/state'
import MarkdownIt from 'markdown-it'
import { headOfState } from '../../document/state/head-field'
import type { Labels } from './read-piece'

/** The labels of a post, and the numbers of its footnotes. */
export interface PostLabels extends Labels {
  readonly numbers: ReadonlyMap<string, number>
}

const { normalizeReference } = new MarkdownIt().utils
const definition = /^ {0,3}(?:>[ \t]?)*\[([^\]\n]{1,999})\]:[ \t]*<?([^\s>]*)/gm
const noteMark = /\[\^([^\s\][]{1,999})\](:?)/g
/** A line that may define or use labels. */
const telling = /^ {0,3}(?:>[ \t]?)*\[[^\]\n]+\]:.*|\[\^[^\s\][]+\]:?/gm
/** After larger changes, all labels are collected again. */
const maxLooked = 10_000

const labelsOf = (state: EditorState): PostLabels => {
  const text = state.sliceDoc(headOfState(state).split.bodyFrom)
  const references: Labels['references'] = {}
  const footnotes = new Set<string>()
  for (const [, label = '', href = ''] of text.matchAll(definition)) {
    if (label.startsWith('^')) footnotes.add(label.slice(1))
    else references[normalizeReference(label)] ??= { href }
  }
  const numbers = new Map<string, number>()
  for (const [, label = '', colon] of text.matchAll(noteMark)) {
    if (colon === '' && footnotes.has(label) && !numbers.has(label)) numbers.set(label, numbers.size + 1)
  }
  return { references, footnotes, numbers }
}

const linesAround = (doc: Text, from: number, to: number): string | null =>
  to - from > maxLooked ? null : doc.sliceString(doc.lineAt(from).from, doc.lineAt(to).to)

const tellingIn = (text: string): string => (text.match(telling) ?? []).join('\n')

/** Whether a change adds or removes labels or footnote marks. */
const concernsLabels = ({ changes, startState, state }: Transaction): boolean => {
  let concerns = false
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    if (concerns) return
    const before = linesAround(startState.doc, fromA, toA)
    const after = linesAround(state.doc, fromB, toB)
    concerns = before === null || after === null || tellingIn(before) !== tellingIn(after)
  })
  return concerns
}

/** The labels of the post, collected again only if a change touches one. */
export const labelsField = StateField.define<PostLabels>({
  create: labelsOf,
  update: (labels, transaction) =>
    transaction.docChanged && concernsLabels(transaction) ? labelsOf(transaction.state) : labels,
})
