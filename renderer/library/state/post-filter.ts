import type { PostSummary } from '../../../shared/posts/post'
import { isInSummary, matchesFilters, parsePostQuery } from '../../../shared/posts/post-query'
import { foldText } from '../../../shared/text/fold-text'

/** The filters above the list. */
export type PostFilter = 'all' | 'featured' | 'drafts' | 'scheduled' | 'problems'

export type FilterCounts = Readonly<Record<PostFilter, number>>

const tests: Readonly<Record<PostFilter, (post: PostSummary) => boolean>> = {
  all: () => true,
  featured: (post) => post.featured,
  drafts: (post) => post.draft,
  scheduled: (post) => post.scheduled && !post.draft,
  problems: (post) => post.problems.length > 0,
}
const filters = Object.keys(tests) as readonly PostFilter[]

export const noPosts: FilterCounts = { all: 0, featured: 0, drafts: 0, scheduled: 0, problems: 0 }

/** The number of posts of each filter after posts were added and removed. */
export const countPosts = (
  counts: FilterCounts,
  gone: Iterable<PostSummary>,
  come: Iterable<PostSummary>,
): FilterCounts => {
  const after = { ...counts }
  const count = (posts: Iterable<PostSummary>, by: 1 | -1) => {
    for (const post of posts) for (const filter of filters) if (tests[filter](post)) after[filter] += by
  }
  count(gone, -1)
  count(come, 1)
  return after
}

const folded = new WeakMap<PostSummary, string>()

/** The text of a post for quick search: title, path and tags, folded once per summary. */
const searchTextOf = (post: PostSummary): string => {
  const known = folded.get(post)
  if (known !== undefined) return known
  const text = foldText(`${post.title}\n${post.id}\n${post.ownSlug ?? ''}\n${post.tags.join(' ')}`)
  folded.set(post, text)
  return text
}

/** The posts of a filter that match a query by title, path, tags and fields (see post-query.ts), in the same order. */
export const filterPosts = (
  posts: readonly PostSummary[],
  filter: PostFilter,
  typed: string,
): readonly PostSummary[] => {
  const query = parsePostQuery(typed)
  const words = query.words.map(({ text, negated }) => ({ text: foldText(text), negated }))
  if (filter === 'all' && words.length === 0 && query.filters.length === 0) return posts
  // Only the library knows the keys of heads: its results follow as hits.
  if (
    query.filters.some(({ field, value }) => (field === 'has' || field === 'missing') && !isInSummary(value))
  )
    return []
  const passes = tests[filter]
  return posts.filter((post) => {
    if (!passes(post) || !matchesFilters(post, query.filters)) return false
    if (words.length === 0) return true
    const text = searchTextOf(post)
    return words.every((word) => text.includes(word.text) !== word.negated)
  })
}
