import type { PostId } from '../../../shared/posts/post'
import type { RelatedPosts } from '../../../shared/posts/post-rename'
import { folderNamesOf } from '../../../shared/references/post-target'
import type { KnownPosts } from '../index/known-posts'
import type { PostStore } from '../index/post-store'
import { backlinksOf } from './backlinks'

/** Finds the posts that a rename or a move of a post has to look at. */
export const relatedPosts = (id: PostId, known: KnownPosts, store: PostStore): RelatedPosts => {
  const post = known.get(id)
  if (!post) return { using: [], sharing: [] }
  const names = folderNamesOf(post.summary)
  const rows = names.flatMap((name) => spellingsOf(name).flatMap((spelling) => store.mentioning(spelling)))
  const using = new Set(backlinksOf(id, known, store).map((link) => link.id))
  for (const row of rows) {
    const other = known.ofRow(row)?.summary.id
    if (other !== undefined && other !== id) using.add(other)
  }
  const sharing = [...known.all()].flatMap(({ summary }) =>
    summary.id !== id && folderNamesOf(summary).some((name) => names.includes(name)) ? [summary.id] : [],
  )
  return { using: [...using], sharing }
}

const spellingsOf = (name: string): readonly string[] => [
  ...new Set([name, name.normalize('NFC'), name.normalize('NFD'), encodeURIComponent(name)]),
]
