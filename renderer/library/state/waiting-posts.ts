import type { PostsChanged } from '../../../shared/ipc/library-calls'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import { createDelayed } from '../../base/delayed'

const restMs = 30
const betweenMs = 500
const fewPosts = 50
/** The most changes applied at once: more would block the window. */
const manyPosts = 4000

interface Waiting {
  /** The changes are the whole list. */
  readonly reset: boolean
  readonly changed: Map<PostId, PostSummary>
  readonly removed: Set<PostId>
}

export interface WaitingPosts {
  readonly take: (batch: PostsChanged) => void
  /** Applies now what waits. */
  readonly fold: () => void
  /** Forgets what waits. */
  readonly drop: () => void
  readonly changeOf: (id: PostId) => PostSummary | undefined
  readonly removes: (id: PostId) => boolean
}

/**
 * Collects changes of posts and applies them together: batches arrive faster than a list can be drawn. A few changes are
 * applied almost at once; while a whole folder loads, drawing more often would only delay loading.
 */
export const createWaitingPosts = (apply: (waiting: Waiting) => void): WaitingPosts => {
  let waiting: Waiting | null = null
  let foldedAt = Number.NEGATIVE_INFINITY
  const fold = (): void => {
    foldSoon.stop()
    if (!waiting) return
    foldedAt = performance.now()
    const now = waiting
    waiting = null
    apply(now)
  }
  const foldSoon = createDelayed(fold)
  const next = (batch: PostsChanged): Waiting => {
    if (!waiting) {
      const atOnce = batch.changed.length <= fewPosts
      foldSoon.start(atOnce ? restMs : Math.max(restMs, foldedAt + betweenMs - performance.now()))
    }
    if (!waiting || batch.reset) return { reset: batch.reset, changed: new Map(), removed: new Set() }
    return waiting
  }
  const take = (batch: PostsChanged): void => {
    waiting = next(batch)
    const { changed, removed } = waiting
    for (const id of batch.removed) {
      changed.delete(id)
      removed.add(id)
    }
    for (const post of batch.changed) {
      removed.delete(post.id)
      changed.set(post.id, post)
    }
    if (changed.size >= manyPosts) fold()
  }
  return {
    take,
    fold,
    drop: () => {
      waiting = null
    },
    changeOf: (id) => waiting?.changed.get(id),
    removes: (id) => waiting?.removed.has(id) === true,
  }
}
