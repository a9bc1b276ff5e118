import { describe, expect, test } from 'vitest'
import { checkedSite } from '../../../support/checked-site'

const post = (head: string) => `---\n${head}\n---\n\nText.\n`

describe('title-duplicate', () => {
  const told = (one: string, other: string, ids: readonly [string, string] = ['one.md', 'two.md']) =>
    checkedSite({ posts: { [ids[0]]: post(one), [ids[1]]: post(other) } })
      .of(ids[0])
      .map(({ check }) => check)
  test.each([
    ['title: Same', 'title: Same'],
    ['title: Same', 'title: "same"'],
    ["title: 'Same'", 'title: SAME'],
    ['title: Same words', 'title: >-\n  Same\n  words'],
    ['title: Größe', `title: ${'Größe'.normalize('NFD')}`],
    ['title: 2024', 'title: "2024"'],
    ['title: " Same "', 'title: Same'],
    ['title: Same\ndraft: true', 'title: Same'],
  ])('is found in %j beside %j', (one, other) => expect(told(one, other)).toEqual(['title-duplicate']))
  test.each([
    ['title: Same', 'title: Other'],
    ['title: ""', 'title: ""'],
    ['title: Same\nlang: en', 'title: Same\nlang: fr'],
    ['description: Same', 'description: Same'],
    ['title: Same 1', 'title: Same 2'],
  ])('is not found in %j beside %j', (one, other) => expect(told(one, other)).toEqual([]))
  test.each([
    [['one.en.md', 'one.fr.md']],
    [['en/one.md', 'fr/one.md']],
    [['one.md', 'one.de.md']],
    [['one.md', 'pt-br/one.md']],
    [['one/index.md', 'one/index.zh-cn.md']],
    [['one.md', 'zh-Hans/one.md']],
    [['one.md', 'one.zh-Hans.md']],
  ] as const)('is not found in translations: %j', (ids) =>
    expect(told('title: Same', 'title: Same', ids)).toEqual([]),
  )
})

describe('slug-clash', () => {
  const told = (one: string, other: string, ids: readonly [string, string]) =>
    checkedSite({ posts: { [ids[0]]: post(`title: A\n${one}`), [ids[1]]: post(`title: B\n${other}`) } })
      .of(ids[0])
      .map(({ check }) => check)
  test.each([
    ['slug: x', 'slug: x', ['one.md', 'two.md']],
    ['slug: two', 'x: 1', ['one.md', 'two.md']],
    ['url: /posts/two/', 'x: 1', ['one.md', 'two.md']],
    ['url: /posts/two', 'x: 1', ['one.md', 'two.md']],
    ['x: 1', 'x: 1', ['one.md', 'one/index.md']],
    ['slug: Two', 'x: 1', ['one.md', 'two.md']],
    ['x: 1', 'url: /posts/deep/one/', ['deep/one.md', 'two.md']],
  ] as const)('is found: %j and %j in %j', (one, other, ids) =>
    expect(told(one, other, ids)).toEqual(['slug-clash']),
  )
  test.each([
    ['x: 1', 'x: 1', ['one.md', 'deep/one.md']],
    ['slug: x', 'slug: x', ['a/one.md', 'b/two.md']],
    ['slug: x', 'slug: y', ['one.md', 'two.md']],
    ['url: /a/', 'url: /b/', ['one.md', 'two.md']],
    ['x: 1', 'slug: one-more', ['one.md', 'two.md']],
  ] as const)('is not found: %j and %j in %j', (one, other, ids) => expect(told(one, other, ids)).toEqual([]))
})

test('the date in a file name may be part of an address that is unknown', () => {
  const told = (ids: readonly [string, string]) =>
    checkedSite({
      profile: 'eleventy',
      posts: Object.fromEntries(
        ids.map((id) => [id, post(`title: ${id}\npermalink: "/{{ place }}/{{ page.fileSlug }}/"`)]),
      ),
    })
      .of(ids[0])
      .map(({ check }) => check)
  expect(told(['2019-05-01-a.md', '2019-11-07-a.md'])).toEqual([])
  expect(told(['2019-05-01-a.md', 'a.md'])).toEqual([])
  expect(told(['2019-05-01-a.md', '2019-05-01-a.markdown'])).toEqual(['slug-clash'])
})
