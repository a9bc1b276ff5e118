import type { PostId } from '../../../shared/posts/post'
import { useSite } from '../../base/site-store'
import { useDocument } from '../state/document-state'

const kept = 20

/** The list of posts with another one in front. */
export const toFront = <T>(list: readonly T[], item: T, limit = kept): readonly T[] =>
  [item, ...list.filter((other) => other !== item)].slice(0, limit)

/** Reports which post is shown, or the new name of a renamed one. */
export interface ShownListener {
  readonly shown: (id: PostId) => void
  readonly renamed: (from: PostId, to: PostId) => void
}

const listeners = new Set<ShownListener>()

/** Listens to the shown posts; returns an unsubscribe function. */
export const onShown = (listener: ShownListener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let posts: readonly PostId[] = []

/** The posts shown in this session, the latest first. */
export const recentPosts = (): readonly PostId[] => posts

/** Updates the name of a renamed post, whether it is shown or not. */
export const noteRenamed = (from: PostId, to: PostId): void => {
  posts = posts.filter((id) => id !== to).map((id) => (id === from ? to : id))
  for (const { renamed } of listeners) renamed(from, to)
}

useDocument.subscribe(({ post }, { post: before }) => {
  if (!post || post.id === before?.id) return
  posts = toFront(posts, post.id)
  for (const { shown } of listeners) shown(post.id)
})

useSite.subscribe(({ site }, { site: before }) => {
  if (site?.displayPath !== before?.displayPath) posts = []
})
