import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostId } from '../../../shared/posts/post'
import { codeOf } from '../../disk/disk-error'

/** The text of a post for searching in it; empty for one that is gone or closed to us since it was indexed. */
export const textOfPost = (postsRoot: string, id: PostId): string => {
  try {
    return readFileSync(join(postsRoot, id), 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
  } catch (error) {
    if (codeOf(error) === '') throw error
    return ''
  }
}
