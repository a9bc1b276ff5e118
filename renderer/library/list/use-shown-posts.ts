import { useDeferredValue, useMemo } from 'react'
import type { PostSummary } from '../../../shared/posts/post'
import { useLibrary } from '../state/library-store'
import { type FoundPost, foundPosts, listedPosts } from '../state/shown-posts'
import { useTextSearch } from '../state/text-search'

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
  const options = useTextSearch((state) => state.options)
  const posts = useMemo(() => listedPosts(all, filter, query, options), [all, filter, query, options])
  const hits = useMemo(() => foundPosts(all, filter, found, posts), [all, filter, found, posts])
  return { posts, hits }
}
