import { create } from 'zustand'
import { createRegistry } from '../../../shared/base/registry'
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

const listeners = createRegistry<ShownListener>()

/** Listens to the shown posts; returns an unsubscribe function. */
export const onShown = (listener: ShownListener): (() => void) => listeners.add(listener)

const useRecentPosts = create<readonly PostId[]>(() => [])

/** The posts shown in this session, the latest first. */
export const recentPosts = (): readonly PostId[] => useRecentPosts.getState()

/** Updates the name of a renamed post, whether it is shown or not. */
export const noteRenamed = (from: PostId, to: PostId): void => {
  const posts = recentPosts().filter((id) => id !== to)
  useRecentPosts.setState(
    posts.map((id) => (id === from ? to : id)),
    true,
  )
  for (const { renamed } of listeners.all()) renamed(from, to)
}

useDocument.subscribe(({ post }, { post: before }) => {
  if (!post || post.id === before?.id) return
  useRecentPosts.setState(toFront(recentPosts(), post.id), true)
  for (const { shown } of listeners.all()) shown(post.id)
})

useSite.subscribe(({ site }, { site: before }) => {
  if (site?.displayPath !== before?.displayPath) useRecentPosts.setState([], true)
})
