import { posix, win32 } from 'node:path'
import { expect, test } from 'vitest'
import { sitePathOf } from '../../../electron/site/site-path'

test.each([
  ['/blog', '/blog/posts/a.md', 'posts/a.md'],
  ['/', '/posts/a.md', 'posts/a.md'],
  ['/blog', '/blog-of-others/a.md', '/blog-of-others/a.md'],
  ['/blog', '/blog/..odd/a.md', '..odd/a.md'],
  ['/blog', '/other/posts/a.md', '/other/posts/a.md'],
])('below %s, %s is %s', (root, path, shown) => {
  expect(sitePathOf(root, path, posix)).toBe(shown)
})

test.each([
  ['C:\\blog', 'C:\\blog\\posts\\a.md', 'posts/a.md'],
  ['C:\\', 'C:\\posts\\a.md', 'posts/a.md'],
  ['Z:\\', 'Z:\\a.md', 'a.md'],
  ['\\\\nas\\blog\\', '\\\\nas\\blog\\posts\\a.md', 'posts/a.md'],
  ['C:\\blog', 'D:\\posts\\a.md', 'D:/posts/a.md'],
])('on Windows, below %s, %s is %s', (root, path, shown) => {
  expect(sitePathOf(root, path, win32)).toBe(shown)
})
