import type { PostId, PostSummary } from '../posts/post'
import { folderOf } from '../site/post-path'
import { namesOf, type PostTarget } from './post-target'

/** The post that a link of `from` means; the one in the nearest folder where several have the name. */
export const postMeant = <P extends Pick<PostSummary, 'id' | 'slug' | 'ownSlug'>>(
  target: PostTarget,
  from: PostId,
  posts: readonly P[],
): P | null => {
  let nearest: P | null = null
  let most = -1
  for (const post of posts) {
    if (!namesOf(post).some(({ by, name }) => by === target.by && name === target.name)) continue
    const near = sharedFolders(from, post.id)
    if (near <= most) continue
    nearest = post
    most = near
  }
  return nearest
}

const sharedFolders = (a: PostId, b: PostId): number => {
  const there = folderOf(b).split('/')
  const here = folderOf(a).split('/')
  const different = here.findIndex((part, index) => part !== there[index])
  return different < 0 ? here.length : different
}
