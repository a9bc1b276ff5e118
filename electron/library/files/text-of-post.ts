import type { PostId } from '../../../shared/posts/post'
import { codeOf } from '../../disk/calls/codes'
import { lookAtName } from './look-at-name'
import { readPostBytes } from './read-post-bytes'
import { postFileOf } from './walk-posts'

/** The text of a post for searching; empty if it is gone or not accessible since it was indexed. */
export const textOfPost = (
  { postsRoot, root }: { readonly postsRoot: string; readonly root: string },
  id: PostId,
): string => {
  try {
    const [file] = postFileOf(id, lookAtName(postsRoot, id, [postsRoot, root]))
    if (!file || file.problem !== undefined) return ''
    return readPostBytes(postsRoot, file)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
  } catch (error) {
    if (codeOf(error) === '') throw error
    return ''
  }
}
