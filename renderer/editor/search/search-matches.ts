import type { SearchQuery } from '@codemirror/search'
import type { EditorState } from '@codemirror/state'
import { t } from '../../../shared/texts/translate'

export interface SearchMatches {
  readonly total: number
  /** There may be more: too many to count, or the text is too long to search. */
  readonly hasMore: boolean
  /** 1-based index of the selected match; 0 if none is selected. */
  readonly current: number
}

const most = 2_000
const time = 20 // ms: counting must not be noticeable while typing

/** Counts the matches of a search for a limited time, and finds the selected one. */
export const countMatches = (
  query: SearchQuery,
  state: EditorState,
  isTimeUp: () => boolean = inTime(),
): SearchMatches => {
  if (!query.valid || query.search === '') return { total: 0, hasMore: false, current: 0 }
  const { from, to } = state.selection.main
  const cursor = query.getCursor(state)
  let total = 0
  let current = 0
  for (let match = cursor.next(); !match.done; match = cursor.next()) {
    total += 1
    if (match.value.from === from && match.value.to === to) current = total
    if (total > most || isTimeUp()) return { total: Math.min(total, most), hasMore: true, current }
  }
  return { total, hasMore: false, current }
}

const inTime = (): (() => boolean) => {
  const deadline = performance.now() + time
  return () => performance.now() > deadline
}

/** The first match from an offset on, otherwise the first after `start`; null if there is none. */
export const matchFrom = (
  query: SearchQuery,
  state: EditorState,
  from: number,
  start: number,
): { readonly from: number; readonly to: number } | null => {
  if (!query.valid || query.search === '') return null
  for (const range of [[from, state.doc.length] as const, [start, state.doc.length] as const]) {
    // A search for whole words takes its start for that of a word, so it begins a letter earlier.
    const cursor = query.getCursor(state, query.wholeWord ? Math.max(0, range[0] - 1) : range[0], range[1])
    let match = cursor.next()
    while (!match.done && match.value.from < range[0]) match = cursor.next()
    if (!match.done) return { from: match.value.from, to: match.value.to }
  }
  return null
}

/** The count as a message. */
export const matchesInWords = ({ total, hasMore, current }: SearchMatches, query: SearchQuery): string => {
  if (query.search === '') return ''
  if (!query.valid) return t('editor.invalidRegex')
  if (total === 0) return t('editor.noMatches')
  const count = hasMore ? `${total}+` : `${total}`
  return current > 0 ? t('editor.matchOf', { current, count }) : count
}
