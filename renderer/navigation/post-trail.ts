import type { PostId } from '../../shared/posts/post'

/** The history of shown posts, and the current position in it. */
export interface PostTrail {
  readonly posts: readonly PostId[]
  readonly at: number
}

const longest = 100

export const emptyTrail: PostTrail = { posts: [], at: -1 }

/** The trail after going to a post, without the posts ahead. Going to the current post changes nothing. */
export const goneTo = (trail: PostTrail, id: PostId): PostTrail => {
  if (trail.posts[trail.at] === id) return trail
  const posts = [...trail.posts.slice(0, trail.at + 1), id].slice(-longest)
  return { posts, at: posts.length - 1 }
}

/** The trail one step back (-1) or forward (1), skipping deleted posts; null if there is none. */
export const stepped = (
  { posts, at }: PostTrail,
  by: -1 | 1,
  exists: (id: PostId) => boolean,
): PostTrail | null => {
  for (let next = at + by; next >= 0 && next < posts.length; next += by) {
    const id = posts[next]
    if (id !== undefined && id !== posts[at] && exists(id)) return { posts, at: next }
  }
  return null
}

/** The trail after a post was renamed. */
export const renamedIn = ({ posts, at }: PostTrail, from: PostId, to: PostId): PostTrail => ({
  posts: posts.map((id) => (id === from ? to : id)),
  at,
})
