import type { PostSummary } from '../../shared/posts/post'
import { foldText } from '../../shared/text/fold-text'
import { fuzzyMatch, fuzzyPattern } from '../../shared/text/fuzzy-match'

const folded = new WeakMap<PostSummary, string>()

const textOf = (post: PostSummary): string => {
  const known = folded.get(post)
  if (known !== undefined) return known
  const text = foldText(`${post.title}\n${post.ownSlug ?? ''}\n${post.slug}\n${post.id}`)
  folded.set(post, text)
  return text
}

/** The posts that fit a name as far as it is typed, the best first; those of the list's start where nothing is. */
export const fittingPosts = (
  posts: readonly PostSummary[],
  typed: string,
  limit: number,
): readonly PostSummary[] => {
  const pattern = fuzzyPattern(typed)
  if (pattern === '') return posts.slice(0, limit)
  return posts
    .flatMap((post) => {
      const match = fuzzyMatch(pattern, textOf(post))
      return match ? [{ post, score: match.score }] : []
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ post }) => post)
}
