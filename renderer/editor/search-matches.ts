import type { SearchQuery } from '@codemirror/search'
import type { EditorState } from '@codemirror/state'

export interface SearchMatches {
  /** Null when there were too many to count. */
  readonly total: number | null
  /** 1-based place of the selected match among all; 0 when none is selected. */
  readonly current: number
}

const most = 2_000
const time = 20 // ms: counting must not be felt while typing

/** Counts the matches of a search, and finds the selected one among them. */
export const countMatches = (query: SearchQuery, state: EditorState): SearchMatches => {
  if (!query.valid || query.search === '') return { total: 0, current: 0 }
  const { from, to } = state.selection.main
  const cursor = query.getCursor(state)
  const deadline = performance.now() + time
  let total = 0
  let current = 0
  for (let match = cursor.next(); !match.done; match = cursor.next()) {
    total += 1
    if (match.value.from === from && match.value.to === to) current = total
    if (total > most || performance.now() > deadline) return { total: null, current }
  }
  return { total, current }
}

/** The count in words. */
export const matchesInWords = ({ total, current }: SearchMatches, query: SearchQuery): string => {
  if (query.search === '') return ''
  if (!query.valid) return 'Not a pattern'
  if (total === null) return 'Many'
  if (total === 0) return 'None'
  return current > 0 ? `${current} of ${total}` : `${total}`
}
