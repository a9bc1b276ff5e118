import { useDeferredValue, useMemo } from 'react'
import type { PostSummary } from '../../../shared/posts/post'
import { useLibrary } from '../state/library-store'
import { filterPosts } from '../state/post-filter'
import { useTextSearch } from '../state/text-search'
import type { FoundPost } from './list-rows'

export interface ShownPosts {
  /** The posts of the filter that match the query by title, path, tags or fields. */
  readonly posts: readonly PostSummary[]
  /** Posts that match only by their text. */
  readonly hits: readonly FoundPost[]
}

/** The posts to list for the filter and the search. */
export const useShownPosts = (): ShownPosts => {
  const all = useLibrary((state) => state.posts)
  const filter = useLibrary((state) => state.filter)
  const query = useDeferredValue(useLibrary((state) => state.query)) // typing has priority over drawing
  const found = useTextSearch((state) => state.hits)
  const { wholeWord, matchCase, regex } = useTextSearch((state) => state.options)
  const strict = query !== '' && (wholeWord || matchCase || regex) // titles are matched without these options

  const posts = useMemo(() => (strict ? [] : filterPosts(all, filter, query)), [all, filter, query, strict])
  const hits = useMemo(() => {
    if (found.length === 0) return []
    const shown = new Set(posts.map(({ id }) => id))
    const byId = new Map(filterPosts(all, filter, '').map((post) => [post.id, post]))
    return found.flatMap(({ id, lines }): FoundPost[] => {
      const post = byId.get(id)
      return post && !shown.has(id) ? [{ post, line: lines[0] ?? null }] : []
    })
  }, [all, filter, found, posts])
  return { posts, hits }
}
