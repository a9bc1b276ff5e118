import type { PostId } from '../../../shared/posts/post'
import type { Backlink } from '../../../shared/posts/post-search'
import { namesOf, type PostTarget } from '../../../shared/references/post-target'
import type { KnownPosts } from '../index/known-posts'
import type { PostStore } from '../index/post-store'

/** The posts that link to a post, by any of the names it has. */
export const backlinksOf = (id: PostId, known: KnownPosts, store: PostStore): readonly Backlink[] => {
  const post = known.get(id)
  if (!post) return []
  const names = namesOf(post.summary)
  const isMeant = (target: PostTarget | null) =>
    target !== null && names.some(({ by, name }) => by === target.by && name === target.name)
  return store.linking(names).flatMap((row) => {
    const from = known.ofRow(row)?.summary
    if (!from || from.id === id) return []
    const lines = store
      .references(row)
      .flatMap((reference) => (isMeant(reference.post) ? [reference.line] : []))
    return [{ id: from.id, title: from.title, lines }]
  })
}
