import { create } from 'zustand'
import type { PostId, PostSummary } from '../../../shared/posts/post'

export interface Selection {
  readonly ids: ReadonlySet<PostId>
  /** The start of a range selection. */
  readonly anchor: PostId | null
  /** The active row. */
  readonly active: PostId | null
}

export type SelectHow = 'one' | 'toggle' | 'range' | 'move'

const nothing: Selection = { ids: new Set(), anchor: null, active: null }

/** The selected rows of the list, to which its menu applies. */
export const useSelection = create<Selection>(() => nothing)

/** The index of a post in a list, or -1. */
export const positionOf = (posts: readonly PostSummary[], wanted: PostId): number =>
  posts.findIndex(({ id }) => id === wanted)

/** The selection after a click or key; `posts` is the current list. */
export const selectedAfter = (
  selection: Selection,
  posts: readonly PostSummary[],
  id: PostId,
  how: SelectHow,
): Selection => {
  if (how === 'move') return { ...selection, active: id }
  if (how === 'toggle') {
    const ids = new Set(selection.ids)
    if (!ids.delete(id)) ids.add(id)
    return { ids, anchor: id, active: id }
  }
  const from = how === 'one' || selection.anchor === null ? -1 : positionOf(posts, selection.anchor)
  if (from < 0) return { ids: new Set([id]), anchor: id, active: id }
  const to = positionOf(posts, id)
  const range = posts.slice(Math.min(from, to), Math.max(from, to) + 1)
  const ids = new Set(range.map((post) => post.id))
  return { ids, anchor: selection.anchor, active: id }
}

/** Clears the selection. */
export const selectNothing = (): void => useSelection.setState(nothing)

/** The active post after others were removed: the next remaining one, or the one before. */
export const besideGone = (
  posts: readonly PostSummary[],
  gone: readonly PostSummary[],
): PostSummary | null => {
  const ids = new Set(gone.map(({ id }) => id))
  const last = posts.findLastIndex(({ id }) => ids.has(id))
  return posts[last + 1] ?? posts.findLast(({ id }) => !ids.has(id)) ?? null
}

/** The posts that an action applies to: the selection if it includes the post, otherwise the post alone. */
export const selectedPosts = (
  posts: readonly PostSummary[],
  selected: ReadonlySet<PostId>,
  post: PostSummary,
): readonly PostSummary[] =>
  selected.size > 1 && selected.has(post.id) ? posts.filter(({ id }) => selected.has(id)) : [post]
