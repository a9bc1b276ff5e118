import type { PostSummary } from '../../../shared/posts/post'
import type { SearchHit, SearchLine } from '../../../shared/posts/post-search'
import { useLibrary } from './library-store'
import { filterPosts, type PostFilter } from './post-filter'
import { type SearchOptions, useTextSearch } from './text-search'

/** A post found by its text. */
export interface FoundPost {
  readonly post: PostSummary
  readonly line: SearchLine | null
}

/** The posts that a filter and a query list by what is known of them. Titles are matched without the options of a search. */
export const listedPosts = (
  all: readonly PostSummary[],
  filter: PostFilter,
  query: string,
  { wholeWord, matchCase, regex }: SearchOptions,
): readonly PostSummary[] =>
  query !== '' && (wholeWord || matchCase || regex) ? [] : filterPosts(all, filter, query)

/** The posts of a filter that only their text has found. */
export const foundPosts = (
  all: readonly PostSummary[],
  filter: PostFilter,
  hits: readonly SearchHit[],
  listed: readonly PostSummary[],
): readonly FoundPost[] => {
  if (hits.length === 0) return []
  const shown = new Set(listed.map(({ id }) => id))
  const byId = new Map(filterPosts(all, filter, '').map((post) => [post.id, post]))
  return hits.flatMap(({ id, lines }): FoundPost[] => {
    const post = byId.get(id)
    return post && !shown.has(id) ? [{ post, line: lines[0] ?? null }] : []
  })
}

/** The posts that the list shows now. */
export const shownNow = (): readonly PostSummary[] => {
  const { posts, filter, query } = useLibrary.getState()
  const { hits, options } = useTextSearch.getState()
  const listed = listedPosts(posts, filter, query, options)
  return [...listed, ...foundPosts(posts, filter, hits, listed).map(({ post }) => post)]
}
