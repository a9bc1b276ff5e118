import { create } from 'zustand'
import { AppError, messageOf } from '../../../shared/app-error'
import { createLatest } from '../../../shared/base/latest'
import { saysEnough } from '../../../shared/posts/post-query'
import type { SearchHit, SearchRequest } from '../../../shared/posts/post-search'
import { api } from '../../base/api'
import { createDelayed } from '../../base/delayed'
import { useLibrary } from './library-store'

export type SearchOptions = Pick<SearchRequest, 'wholeWord' | 'matchCase' | 'regex'>

export interface TextSearch {
  readonly options: SearchOptions
  /** The query of the hits. */
  readonly answered: string
  /** Posts that match by their text, the best first. */
  readonly hits: readonly SearchHit[]
  readonly more: boolean
  readonly running: boolean
  /** Why the search failed, for instance an invalid regular expression. */
  readonly problem: string
}

const nothing = { answered: '', hits: [], more: false, running: false, problem: '' }

/** The results of searching the texts of posts. */
export const useTextSearch = create<TextSearch>(() => ({
  ...nothing,
  options: { wholeWord: false, matchCase: false, regex: false },
}))

/** Toggles an option. */
export const setSearchOption = (name: keyof SearchOptions, on: boolean): void =>
  useTextSearch.setState(({ options }) => ({ options: { ...options, [name]: on } }))

const limit = 100
const rest = 120
const restAfterChanges = 400
const startSearch = createLatest()

const search = async (text: string): Promise<void> => {
  const isLatest = startSearch()
  try {
    const { hits, more } = await api.searchPosts({ text, ...useTextSearch.getState().options, limit })
    if (isLatest()) useTextSearch.setState({ answered: text, hits, more, running: false, problem: '' })
  } catch (error) {
    if (!isLatest() || (error instanceof AppError && error.kind === 'cancelled')) return
    useTextSearch.setState({ ...nothing, problem: messageOf(error) })
  }
}

const searchNow = (): void => {
  const text = useLibrary.getState().query.trim()
  if (saysEnough(text)) void search(text)
}

const afterKeys = createDelayed(searchNow)
/** Repeats the search after posts have changed; the hits stay until the answer. */
const afterChanges = createDelayed(searchNow)

const plan = (): void => {
  const text = useLibrary.getState().query.trim()
  afterKeys.stop()
  afterChanges.stop() // replaced by this search
  if (!saysEnough(text)) {
    startSearch() // ignores a pending answer
    useTextSearch.setState(nothing)
    return
  }
  const { answered } = useTextSearch.getState()
  // While a word is extended, the hits stay until the next answer; for another query they are dropped.
  const grows = answered !== '' && text.startsWith(answered)
  useTextSearch.setState({ ...(grows ? {} : { answered: '', hits: [], more: false }), running: true })
  afterKeys.start(rest)
}

/** Searches the texts while the user types in the search field. */
export const startTextSearch = (): void => {
  useLibrary.subscribe(({ query, posts }, before) => {
    if (query !== before.query) plan()
    if (posts !== before.posts && query !== '') afterChanges.start(restAfterChanges)
  })
  useTextSearch.subscribe(({ options }, { options: before }) => {
    if (options !== before) plan()
  })
}
