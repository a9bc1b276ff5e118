import { describe, expect, test } from 'vitest'
import { postFolder, postId } from '../../../shared/posts/post'

describe('the id of a post', () => {
  test.each([
    'a.md',
    'deep/in/folders/a.markdown',
    'a.MDX',
    '.hidden.md',
    '.github/a.md',
    'git/a.md',
    'digit~1/a.md',
    '..a/b.md',
    'a..md',
    'naïve 文.md',
  ])('may be %s', (id) => expect(postId.safeParse(id).success).toBe(true))

  test.each([
    '',
    '.md/..',
    '../a.md',
    'a/../b.md',
    './a.md',
    '/a.md',
    'a//b.md',
    'a.md/',
    'a\0.md',
    '.bashrc',
    'a.txt',
    'a.md.',
    'a.md ',
    '.git/config',
    '.git/a.md',
    'sub/.git/hooks/a.md',
    '.GIT/a.md',
    '.git./a.md',
    '.git /a.md',
    '.git::$INDEX_ALLOCATION/a.md',
    'git~1/a.md',
    'GIT~2/a.md',
    '.g\u200cit/a.md',
    '\ufeff.git/a.md',
    `${'a/'.repeat(2_100)}a.md`,
  ])('is never %j', (id) => expect(postId.safeParse(id).success).toBe(false))
})

describe('a folder of posts', () => {
  test.each(['', 'notes', 'a/b'])('may be %j', (path) =>
    expect(postFolder.safeParse(path).success).toBe(true),
  )
  test.each(['.', '..', '../x', '/', '/etc', 'a/', 'a/../..', '.git', 'a/.Git. ', 'a\0'])(
    'is never %j',
    (path) => expect(postFolder.safeParse(path).success).toBe(false),
  )
})
