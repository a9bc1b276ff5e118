import type { PostId, PostSummary } from '../../../shared/posts/post'
import type { Settings } from '../../../shared/settings'
import { foldText } from '../../../shared/text/fold-text'

export type PostSort = Settings['librarySort']

type Compare = (a: PostSummary, b: PostSummary) => number

// A collator takes microseconds for each of the many comparisons of a long list, so titles are folded once, with numbers
// padded to the same width, and then compared as strings.
const keyOf = (text: string): string => foldText(text).replace(/\d+/g, (digits) => digits.padStart(12, '0'))

const keysOf = (read: (post: PostSummary) => string): ((post: PostSummary) => string) => {
  const byPost = new WeakMap<PostSummary, string>()
  return (post) => {
    const known = byPost.get(post)
    if (known !== undefined) return known
    const key = keyOf(read(post))
    byPost.set(post, key)
    return key
  }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byId: Compare = (a, b) => inOrder(a.id, b.id)
// Posts without a date come last, in either direction.
const byDate =
  (direction: 1 | -1): Compare =>
  (a, b) => {
    if (a.dateMs === b.dateMs) return byId(a, b)
    if (a.dateMs === null) return 1
    if (b.dateMs === null) return -1
    return (a.dateMs - b.dateMs) * direction
  }

const keys: Partial<Readonly<Record<PostSort, (post: PostSummary) => string>>> = {
  title: keysOf(({ title }) => title),
  path: keysOf(({ id }) => id),
}

const byKey = (sort: 'title' | 'path'): Compare => {
  const key = keys[sort] ?? (() => '')
  return (a, b) => inOrder(key(a), key(b)) || byId(a, b)
}

const orders: Readonly<Record<PostSort, Compare>> = {
  newest: byDate(-1),
  oldest: byDate(1),
  title: byKey('title'),
  modified: (a, b) => b.modifiedMs - a.modifiedMs || byId(a, b),
  path: byKey('path'),
}

/** The posts in this order. The order is total, so the result is always the same. */
export const sortPosts = (posts: readonly PostSummary[], sort: PostSort): readonly PostSummary[] => {
  const key = keys[sort]
  if (!key) return posts.toSorted(orders[sort])
  const keyed = posts.map((post) => ({ post, key: key(post) })) // computed once, not at every comparison
  return keyed.sort((a, b) => inOrder(a.key, b.key) || byId(a.post, b.post)).map(({ post }) => post)
}

/** The first post to show in a folder: the newest by date; null if there is none. */
export const newestOf = (posts: readonly PostSummary[]): PostSummary | null =>
  posts.toSorted(orders.newest)[0] ?? null

/** Ordered posts after adding and removing some, in one pass over the list. */
export const foldPosts = (
  posts: readonly PostSummary[],
  gone: ReadonlySet<PostId>,
  come: readonly PostSummary[],
  sort: PostSort,
): readonly PostSummary[] => {
  const compare = orders[sort]
  const incoming = come.toSorted(compare)
  const result: PostSummary[] = []
  let next = 0
  for (const post of posts) {
    if (gone.size > 0 && gone.has(post.id)) continue
    for (let first = incoming[next]; first && compare(first, post) < 0; first = incoming[next]) {
      result.push(first)
      next += 1
    }
    result.push(post)
  }
  for (const post of incoming.slice(next)) result.push(post)
  return result
}
