import { create } from 'zustand'
import type { PostId, PostSummary } from '../../../shared/posts/post'

export interface Selection {
  readonly ids: ReadonlySet<PostId>
  /** Where a range starts. */
  readonly anchor: PostId | null
  /** Where the keyboard is. */
  readonly active: PostId | null
}

export type SelectHow = 'one' | 'toggle' | 'range' | 'move'

const nothing: Selection = { ids: new Set(), anchor: null, active: null }

/** The rows that are selected in the list; what its menu does, it does to these. */
export const useSelection = create<Selection>(() => nothing)

/** Where a post stands in a list, -1 where it does not. */
export const positionOf = (posts: readonly PostSummary[], wanted: PostId): number =>
  posts.findIndex(({ id }) => id === wanted)

/** The selection after a row was pressed or reached; `posts` is the list as it stands. */
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

/** Selects nothing, as another folder does. */
export const selectNothing = (): void => useSelection.setState(nothing)

/** The post that has the keyboard when others have gone: the next one that stays, or the one before them. */
export const besideGone = (
  posts: readonly PostSummary[],
  gone: readonly PostSummary[],
): PostSummary | null => {
  const ids = new Set(gone.map(({ id }) => id))
  const last = posts.findLastIndex(({ id }) => ids.has(id))
  return posts[last + 1] ?? posts.findLast(({ id }) => !ids.has(id)) ?? null
}

/** What an act from the list is about: the selection when the post is part of it, else the post alone. */
export const selectedPosts = (
  posts: readonly PostSummary[],
  selected: ReadonlySet<PostId>,
  post: PostSummary,
): readonly PostSummary[] =>
  selected.size > 1 && selected.has(post.id) ? posts.filter(({ id }) => selected.has(id)) : [post]
