import { createHash } from 'node:crypto'
import type { PostId } from '../../shared/posts/post'

/** The file name for data about a post: the same for a site and id, and valid on every disk. */
export const postKey = (site: string, id: PostId): string =>
  createHash('sha256').update(`${site}\0${id}`).digest('hex').slice(0, 40)
