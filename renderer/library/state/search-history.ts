import { saysEnough } from '../../../shared/posts/post-query'
import { changeSettings, getSettings } from '../../base/settings-store'
import { useLibrary } from './library-store'

const kept = 20

/** What was searched for with another query at its front; a query that it only grew out of is left out. */
export const withSearch = (searches: readonly string[], query: string): readonly string[] => {
  const last = searches[0]
  const others = last !== undefined && query.startsWith(last) ? searches.slice(1) : searches
  return [query, ...others.filter((other) => other !== query)].slice(0, kept)
}

/** Keeps the words of the search field for another time. */
export const keepSearch = (): void => {
  const query = useLibrary.getState().query.trim()
  const { searches } = getSettings()
  if (!saysEnough(query) || searches[0] === query) return
  changeSettings({ searches: [...withSearch(searches, query)] })
}

/** Forgets what was searched for. */
export const forgetSearches = (): void => changeSettings({ searches: [] })

/** A way through the searches of before, the last first, that begins and ends at what is typed. */
export interface SearchWalk {
  readonly typed: string
  /** -1 at what is typed. */
  readonly at: number
}

/** One step to an older search (1) or a newer one (-1), with the words to show; null where there is none. */
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
