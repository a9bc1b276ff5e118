import { expect, test } from 'vitest'
import { openedAnchor, openedLink, openedWikiLink } from '../../../renderer/links/opened-link'

test.each<[string, string, string]>([
  ['see [words](', '', ''],
  ['see [words](oth', 'oth', 'oth'],
  ['see [words](../2023/oth', '../2023/oth', 'oth'],
  ['see [words](/blog/oth', '/blog/oth', 'oth'],
  ['see [words](<oth', 'oth', 'oth'],
  ['[words]({{< ref "oth', '{{< ref "oth', 'oth'],
  ['[words]({{< relref "posts/oth', '{{< relref "posts/oth', 'oth'],
  ['[words]({% post_url 2024-', '{% post_url 2024-', '2024-'],
])('%s is completed', (before, written, name) =>
  expect(openedLink(before)).toEqual({ written, name, inBrackets: true }),
)

test.each<[string, string, string]>([
  ['[name]: oth', 'oth', 'oth'],
  ['{{< ref "oth', '{{< ref "oth', 'oth'],
  ['{% post_url oth', '{% post_url oth', 'oth'],
])('%s is completed without brackets', (before, written, name) =>
  expect(openedLink(before)).toEqual({ written, name, inBrackets: false }),
)

test.each([
  'no link',
  '![image](',
  '[words]',
  '[done](a) and',
  '[words](https://exa',
  '[words](#part',
  '[words](mailto:me',
  '[^1]: note',
])('%s is not', (before) => expect(openedLink(before)).toBeNull())

test('two brackets ask for a post, but not those of an image or behind a backslash', () => {
  expect(openedWikiLink('see [[boa')).toBe('boa')
  expect(openedWikiLink('[[')).toBe('')
  expect(openedWikiLink('![[boa')).toBeNull()
  expect(openedWikiLink('\\[[boa')).toBeNull()
  expect(openedWikiLink('see [[boat]]')).toBeNull()
  expect(openedWikiLink('[boa')).toBeNull()
})

test.each<[string, string, string]>([
  ['see [words](other.md#', '[x](other.md)', ''],
  ['see [words](../b/other#sec', '[x](../b/other)', 'sec'],
  ['see [words](<other post.md#', '', ''],
  ['see [words](/blog/other/#a-b', '[x](/blog/other/)', 'a-b'],
  ['[name]: other.md#se', '[x](other.md)', 'se'],
  ['see [[Other post#Sec', '[[Other post]]', 'Sec'],
])('the anchor of %s is being written', (before, link, anchor) =>
  expect(openedAnchor(before)).toEqual(link === '' ? null : { link, anchor, isWiki: link.startsWith('[[') }),
)

test.each([
  'see [words](#own',
  'see [words](https://x.org/a#b',
  '[words](//x.org#b',
  '![[pic#x',
  'words #tag',
])('the anchor of another post is not begun by %s', (before) => expect(openedAnchor(before)).toBeNull())
