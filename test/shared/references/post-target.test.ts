import { expect, test } from 'vitest'
import { namesOf, targetOf } from '../../../shared/references/post-target'
import type { ReferenceKind } from '../../../shared/references/references'

const target = (written: string, kind: ReferenceKind = 'link', from = '2024/here.md'): string | null => {
  const found = targetOf(kind, written, from)
  return found && `${found.by}:${found.name}${found.rest}`
}

test.each<[string, string | null]>([
  ['other.md', 'path:2024/other.md'],
  ['./other.md#part', 'path:2024/other.md#part'],
  ['../2023/Other%20one.md', 'path:2023/other one.md'],
  ['/posts/other.md', 'name:other'],
  ['/blog/My-Slug', 'name:my-slug'],
  ['/blog/my-slug/?a=b#c', 'name:my-slug?a=b#c'],
  ['/2020/01/02/my-slug.html', 'name:my-slug'],
  ['{{ site.baseurl }}/my-slug/', 'name:my-slug'],
  ['../my-slug/', 'name:my-slug'],
  ['bundle/index.md', 'path:2024/bundle/index.md'],
  ['/tags/docker', null],
  ['/', null],
  ['#part', null],
  ['https://example.org/my-slug', null],
  ['mailto:a@b.c', null],
  ['//example.org/x', null],
  ['file.pdf', null],
])('%s leads to %s', (written, expected) => expect(target(written)).toBe(expected))

test('the link tags of Hugo and Jekyll', () => {
  expect(target('posts/other.md', 'hugo-ref')).toBe('name:other')
  expect(target('other', 'hugo-ref')).toBe('name:other')
  expect(target('2020-01-02-other', 'jekyll-post')).toBe('name:2020-01-02-other')
  expect(target('_posts/2020-01-02-other.md', 'jekyll-link')).toBe('name:2020-01-02-other')
})

test('an image is no post', () => expect(target('a.md', 'image')).toBeNull())

test('a post is found by its path, its slug and its file name', () => {
  expect(namesOf({ id: '_posts/2020-01-02-Other.md', slug: 'Other' })).toEqual([
    { by: 'path', name: '_posts/2020-01-02-other.md' },
    { by: 'name', name: 'other' },
    { by: 'name', name: '2020-01-02-other' },
  ])
  expect(namesOf({ id: 'a/bundle/index.md', slug: 'bundle' })).toEqual([
    { by: 'path', name: 'a/bundle/index.md' },
    { by: 'name', name: 'bundle' },
  ])
})

test('a post is found by the slug its head gives it too', () => {
  const names = (ownSlug: string) => namesOf({ id: 'a.md', slug: 'a', ownSlug }).map(({ name }) => name)
  expect(names('Other-Name')).toEqual(['a.md', 'a', 'other-name'])
  expect(names('/blog/other/')).toEqual(['a.md', 'a', 'other'])
})
