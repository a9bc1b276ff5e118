import { expect, test } from 'vitest'
import { postMeant } from '../../../shared/references/find-post'
import { targetOf } from '../../../shared/references/post-target'

const posts = [
  { id: '2023/same.md', slug: 'same' },
  { id: '2024/same.md', slug: 'same' },
  { id: '2024/other.md', slug: 'by-its-head' },
  { id: 'bundle/index.md', slug: 'bundle' },
]

const meant = (target: string, from: string): string | null => {
  const read = targetOf('link', target, from)
  return read && (postMeant(read, from, posts)?.id ?? null)
}

test.each<[string, string, string | null]>([
  ['other.md', '2024/here.md', '2024/other.md'],
  ['other.md', '2023/here.md', null],
  ['/blog/other', '2023/here.md', '2024/other.md'],
  ['/blog/by-its-head/', '2023/here.md', '2024/other.md'],
  ['/blog/same', '2024/here.md', '2024/same.md'],
  ['/blog/same', '2023/here.md', '2023/same.md'],
  ['/blog/bundle/#part', '2023/here.md', 'bundle/index.md'],
  ['/blog/nobody', '2023/here.md', null],
])('%s in %s', (target, from, id) => expect(meant(target, from)).toBe(id))
