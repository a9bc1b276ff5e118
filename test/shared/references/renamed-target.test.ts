import { describe, expect, test } from 'vitest'
import type { ReferenceKind } from '../../../shared/references/references'
import { idInFolder, idWithSlug, slugProblem } from '../../../shared/references/renamed-post'
import { movedReference, renamedTarget } from '../../../shared/references/renamed-target'

const before = { id: '2024/old.md', slug: 'old' }
const after = { id: '2024/new.md', slug: 'new' }
const renamed = (target: string, kind: ReferenceKind = 'link', from = '2024/here.md') => {
  const result = renamedTarget(kind, target, from, before, after)
  return result.kind === 'same' ? target : result.written
}

test.each<[string, string | null]>([
  ['old.md', 'new.md'],
  ['./old.md#part', './new.md#part'],
  ['/blog/old', '/blog/new'],
  ['/blog/old/?a=old#old', '/blog/new/?a=old#old'],
  ['/2024/01/02/old.html', '/2024/01/02/new.html'],
  ['../old/', '../new/'],
  ['{{ site.baseurl }}/old/', '{{ site.baseurl }}/new/'],
  ['/old/old', '/old/new'],
  ['older.md', 'older.md'],
  ['/tags/old', '/tags/old'],
  ['https://example.org/old', 'https://example.org/old'],
  ['../2023/old.md', '../2023/old.md'],
])('%s becomes %s', (target, expected) => expect(renamed(target)).toBe(expected))

test('from another folder', () =>
  expect(renamed('../2024/old.md', 'link', '2023/x.md')).toBe('../2024/new.md'))

test('the link tags of Hugo and Jekyll', () => {
  expect(renamed('posts/old.md', 'hugo-ref')).toBe('posts/new.md')
  expect(renamed('old', 'hugo-ref')).toBe('new')
  const post = [
    { id: '_posts/2020-01-02-old.md', slug: 'old' },
    { id: '_posts/2020-01-02-new.md', slug: 'new' },
  ] as const
  expect(renamedTarget('jekyll-post', '2020-01-02-old', 'x.md', ...post)).toEqual({
    kind: 'changed',
    written: '2020-01-02-new',
  })
})

test('signs that an address has to spell', () => {
  const result = renamedTarget(
    'link',
    '/blog/caf%C3%A9',
    'x.md',
    { id: 'café.md', slug: 'café' },
    { id: 'thé.md', slug: 'thé' },
  )
  expect(result).toEqual({ kind: 'changed', written: '/blog/th%C3%A9' })
})

describe('ids', () => {
  test.each([
    ['old.md', 'plain', 'new.md'],
    ['a/b/old.mdx', 'plain', 'a/b/new.mdx'],
    ['_posts/2020-01-02-old.md', 'jekyll', '_posts/2020-01-02-new.md'],
    ['2020-01-02-old.md', 'plain', 'new.md'],
    ['a/old/index.md', 'hugo', 'a/new/index.md'],
    ['index.md', 'plain', 'new.md'],
  ] as const)('%s of %s becomes %s', (id, profile, expected) =>
    expect(idWithSlug(id, 'new', profile)).toBe(expected),
  )

  test('another folder', () => {
    expect(idInFolder('a/b.md', 'c/d')).toBe('c/d/b.md')
    expect(idInFolder('a/b/index.md', 'c')).toBe('c/b/index.md')
    expect(idInFolder('a/b.md', '')).toBe('b.md')
  })

  test.each([
    ['', true],
    ['a/b', true],
    ['..', true],
    ['con', true],
    ['new-post', false],
    ['日本', false],
  ])('the slug “%s” is refused: %s', (slug, refused) => expect(slugProblem(slug) !== null).toBe(refused))
})

test.each<[string, string | null]>([
  ['./a.png', '../2024/a.png'],
  ['../img/a.png', '../img/a.png'],
  ['img/a.png?x=1#y', '../2024/img/a.png?x=1#y'],
  ['/img/a.png', null],
  ['https://example.org/a.png', null],
  ['#part', null],
])('%s of a post that is moved becomes %s', (target, expected) =>
  expect(movedReference(target, '2024/x.md', '2025/x.md')).toBe(expected),
)
