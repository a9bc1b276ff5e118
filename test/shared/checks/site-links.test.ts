import { expect, test } from 'vitest'
import { checkedSite } from '../../support/checked-site'

const dead = (profile: 'nikola' | 'pelican' | 'vitepress' | 'docusaurus', text: string) =>
  checkedSite({
    profile,
    posts: { 'a.md': `${text}\n`, 'old.md': 'x\n' },
    files: { 'pages/about.md': 1, 'content/pages/about.md': 1, 'guide/intro.md': 1 },
  })
    .told('a.md')
    .filter((line) => line.startsWith('link-post'))

test.each([
  ['nikola', '[a](link://filename/pages/about.md) [b](link://slug/about) [c](link://category/x)'],
  ['nikola', '[a](link://slug/old) [b](link://filename/posts/old.md)'],
  ['pelican', '[a]({filename}/pages/about.md) [b]({filename}old.md) [c](|filename|old.md) [d]({tag}x)'],
  ['vitepress', '[a](/guide/intro) [b](../guide/intro.md) [c](old) [d](./old.html)'],
  ['docusaurus', '[a](/docs/intro) [b](./old.md)'],
] as const)('%s: %j is not called dead', (profile, text) => expect(dead(profile, text)).toEqual([]))

test.each([
  ['vitepress', '[a](/posts/none) [b](./none.md)', 2],
  ['docusaurus', '[a](./none.md)', 1],
] as const)('%s: %j is', (profile, text, count) => expect(dead(profile, text)).toHaveLength(count))
