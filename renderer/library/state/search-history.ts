import { saysEnough } from '../../../shared/posts/post-query'
import { changeSettings, getSettings } from '../../base/settings-store'
import { useLibrary } from './library-store'

const kept = 20

/** The recent searches with another query in front, without queries that it only extends. */
export const withSearch = (searches: readonly string[], query: string): readonly string[] => {
  const last = searches[0]
  const others = last !== undefined && query.startsWith(last) ? searches.slice(1) : searches
  return [query, ...others.filter((other) => other !== query)].slice(0, kept)
}

/** Adds the current search to the recent searches. */
export const keepSearch = (): void => {
  const query = useLibrary.getState().query.trim()
  const { searches } = getSettings()
  if (!saysEnough(query) || searches[0] === query) return
  changeSettings({ searches: [...withSearch(searches, query)] })
}

/** Clears the recent searches. */
export const forgetSearches = (): void => changeSettings({ searches: [] })

/** A position in the recent searches, starting and ending at the typed text. */
export interface SearchWalk {
  readonly typed: string
  /** -1 at what is typed. */
  readonly at: number
}

/** One step to an older (1) or newer (-1) search, with the text to show; null if there is none. */
export const walked = (
  searches: readonly string[],
  { typed, at }: SearchWalk,
  by: 1 | -1,
): { readonly walk: SearchWalk; readonly query: string } | null => {
  let next = at + by
  while (searches[next] === typed && next >= 0) next += by
  const query = next === -1 ? typed : searches[next]
  return query === undefined || next < -1 ? null : { walk: { typed, at: next }, query }
}
