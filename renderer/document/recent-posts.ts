import type { PostId } from '../../shared/post'
import { useSite } from '../base/site-store'
import { useDocument } from './document-state'
import type { OpenDocument } from './open-document'
import { openDocuments } from './open-documents'

const kept = 20

/** A row of posts with another one at its front. */
export const toFront = <T>(list: readonly T[], item: T, limit = kept): readonly T[] =>
  [item, ...list.filter((other) => other !== item)].slice(0, limit)

/** Tells which post is shown now; `renamedFrom` where it is the same one under a new name. */
export type ShownListener = (id: PostId, renamedFrom: PostId | null) => void

const listeners = new Set<ShownListener>()

/** Listens to the posts that are shown, one after the other; the answer stops it. */
export const onShown = (listener: ShownListener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let posts: readonly PostId[] = []
let shown: OpenDocument | null = null

/** The posts of the folder that were shown in this session, the last first. */
export const recentPosts = (): readonly PostId[] => posts

useDocument.subscribe(({ post }, { post: before }) => {
  if (!post || post.id === before?.id) return
  const renamedFrom = before && openDocuments.front === shown ? before.id : null
  shown = openDocuments.front
  posts = toFront(
    posts.filter((id) => id !== renamedFrom),
    post.id,
  )
  for (const listener of listeners) listener(post.id, renamedFrom)
})

useSite.subscribe(({ site }, { site: before }) => {
  if (site?.displayPath !== before?.displayPath) posts = []
})
