import { createHash } from 'node:crypto'
import type { PostId } from '../../shared/posts/post'

/** The name under which the app keeps what it knows of a post: the same for one site and id, and good on every disk. */
export const postKey = (site: string, id: PostId): string =>
  createHash('sha256').update(`${site}\0${id}`).digest('hex').slice(0, 40)
