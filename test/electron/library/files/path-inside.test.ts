import { win32 } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathInside, spellingsOf } from '../../../../electron/library/files/path-inside'
import { fc } from '../../../support/properties'

const [nfc, nfd] = ['Caf\u00e9', 'Cafe\u0301']

describe('the path of something inside a folder', () => {
  test.each([
    [`/u/${nfc}/posts`, `/u/${nfd}/posts/a.md`, 'a.md'],
    [`/u/${nfd}/posts`, `/u/${nfc}/posts/${nfd}/a.md`, `${nfd}/a.md`],
    ['/u/posts', '/u/posts/deep/a.md', 'deep/a.md'],
    ['/u/posts', '/u/posts', ''],
    ['/', '/a.md', 'a.md'],
    ['/u/posts', '/u/posts-of-others/a.md', null],
    [`/u/${nfc}`, '/u/other/a.md', null],
    [`/u/${nfc}`, '/u', null],
  ])('%s of %s', (root, path, inside) => {
    expect(pathInside(root, path, 'darwin')).toBe(inside)
  })

  test.each([
    ['C:\\blog\\posts', 'C:\\blog\\posts\\deep\\a.md', 'deep/a.md'],
    ['C:\\blog', 'c:\\Blog\\a.md', 'a.md'],
    ['C:\\', 'C:\\posts\\a.md', 'posts/a.md'],
    ['\\\\nas\\blog\\posts', '\\\\nas\\blog\\posts\\a.md', 'a.md'],
    ['C:\\blog', 'D:\\blog\\a.md', null],
  ])('%s of %s on Windows', (root, path, inside) => {
    expect(pathInside(root, path, 'win32')).toBe(inside)
  })

  test('is the same in whatever form both are written, on all platforms', () => {
    const part = fc.constantFrom('posts', nfc, 'Ärger', '日本語', 'ﬁ', 'a b', '한국', 'Ω', 'e\u0301\u0323')
    const form = fc.constantFrom('NFC', 'NFD')
    const parts = fc.array(part, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, form, form, (root, inside, one, other) => {
        const posix = (all: readonly string[]) => `/${all.join('/')}`
        const windows = (all: readonly string[]) => win32.join('C:\\', ...all)
        for (const [write, platform] of [
          [posix, 'darwin'],
          [windows, 'win32'],
        ] as const) {
          const found = pathInside(
            write(root).normalize(one),
            write([...root, ...inside]).normalize(other),
            platform,
          )
          expect(found?.normalize('NFC')).toBe(inside.join('/').normalize('NFC'))
        }
      }),
    )
  })
})

test('a name without such letters has one spelling', () => {
  expect(spellingsOf('a/b.md')).toEqual(['a/b.md'])
  expect(spellingsOf(nfc)).toEqual([nfc, nfd])
  expect(spellingsOf(nfd)).toEqual([nfd, nfc])
})
