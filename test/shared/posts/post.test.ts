import { expect, test } from 'vitest'
import { postFolder, postId } from '../../../shared/posts/post'

test.each(['a.md', '2024/a.markdown', 'a b/ü.mdx', '.drafts/a.md', 'a..b.md', '...md', 'index.md'])(
  'the path of a post: %s',
  (id) => expect(postId.safeParse(id).success).toBe(true),
)

test.each([
  '',
  '.bashrc',
  'a.txt',
  '../a.md',
  'a/../../b.md',
  '/etc/a.md',
  './a.md',
  'a//b.md',
  'a/b.md/',
  '.git/a.md',
  'x/.GIT/hooks/a.md',
  'a\0.md',
  'a.md\0',
])('not the path of a post: %j', (id) => expect(postId.safeParse(id).success).toBe(false))

test('a folder of the posts folder', () => {
  for (const path of ['', 'a', 'a/b', '..a']) expect(postFolder.safeParse(path).success).toBe(true)
  for (const path of ['..', '../a', 'a/..', '/a', 'a/', './a', '.git', 'a\0'])
    expect(postFolder.safeParse(path).success).toBe(false)
})
