import type { PostId, PostSummary } from '../../shared/post'
import type { Settings } from '../../shared/settings'

export type PostSort = Settings['librarySort']

type Compare = (a: PostSummary, b: PostSummary) => number

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const byId: Compare = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
// A post without a date stands after those that have one, in either direction.
const byDate =
  (direction: 1 | -1): Compare =>
  (a, b) => {
    if (a.dateMs === b.dateMs) return byId(a, b)
    if (a.dateMs === null) return 1
    if (b.dateMs === null) return -1
    return (a.dateMs - b.dateMs) * direction
  }

const orders: Readonly<Record<PostSort, Compare>> = {
  newest: byDate(-1),
  oldest: byDate(1),
  title: (a, b) => collator.compare(a.title, b.title) || byId(a, b),
  modified: (a, b) => b.modifiedMs - a.modifiedMs || byId(a, b),
  path: (a, b) => collator.compare(a.id, b.id) || byId(a, b),
}

/** The posts in this order. The order is total: the same posts always stand the same way. */
export const sortPosts = (posts: readonly PostSummary[], sort: PostSort): readonly PostSummary[] =>
  posts.toSorted(orders[sort])

export interface PostChanges {
  readonly changed: readonly PostSummary[]
  readonly removed: readonly PostId[]
}

/** Ordered posts after some changed or went: one walk over the list, however many changed. */
export const foldPosts = (
  posts: readonly PostSummary[],
  { changed, removed }: PostChanges,
  sort: PostSort,
): readonly PostSummary[] => {
  const replaced = new Set(removed)
  for (const { id } of changed) replaced.add(id)
  const compare = orders[sort]
  const incoming = changed.toSorted(compare)
  const result: PostSummary[] = []
  let next = 0
  for (const post of posts) {
    if (replaced.has(post.id)) continue
    for (let first = incoming[next]; first && compare(first, post) < 0; first = incoming[next]) {
      result.push(first)
      next += 1
    }
    result.push(post)
  }
  for (const post of incoming.slice(next)) result.push(post)
  return result
}
