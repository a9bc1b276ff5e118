import { plainMessage } from '../../../shared/checks/findings/finding'
import type { PostSummary, Problem } from '../../../shared/posts/post'
import { findingsOf } from '../../document/problems/findings'

/** What the library itself finds while it reads a post; the checks look closer at the last two. */
const ofLibrary = new Set(['unreadable', 'front-matter', 'duplicate-slug'])
const seenCloser = new Set(['front-matter', 'slug-clash'])

/** A post with what the checks found in it; a hint is no problem. */
export const withFindings = (post: PostSummary): PostSummary => {
  const found = findingsOf(post.id)
  const own = post.problems.filter(({ check }) => ofLibrary.has(check))
  const more = found.flatMap(({ check, message, line, severity }): Problem[] =>
    severity === 'hint' || seenCloser.has(check)
      ? []
      : [{ check, message: plainMessage(message), line, severity }],
  )
  if (more.length === 0 && own.length === post.problems.length) return post
  const worstFirst = more.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return { ...post, problems: [...own, ...worstFirst] }
}
