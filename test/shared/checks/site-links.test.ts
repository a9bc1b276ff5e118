import { describe, expect, test } from 'vitest'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { checkedSite, type SiteToCheck } from '../../support/checked-site'

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

describe('links to addresses like those of posts, which no post has', () => {
  const jekyll = {
    profile: 'jekyll',
    posts: {
      '_posts/2021-05-06-a.md': 'TEXT\n',
      '_posts/2024-01-02-b.md': 'x\n',
      '_posts/2021-05-06-tech.md': '---\ncategories: [tech]\n---\nx\n',
    },
    id: '_posts/2021-05-06-a.md',
  } as const
  const hugo = {
    profile: 'hugo',
    posts: { 'a.md': 'TEXT\n', 'b.md': 'x\n', '2021/c.md': 'x\n' },
    id: 'a.md',
  } as const
  const hexo = {
    profile: 'hexo',
    posts: {
      'a.md': '---\ndate: 2024-01-02\n---\nTEXT\n',
      'b.md': '---\ndate: 2023-11-12\n---\nx\n',
    },
    id: 'a.md',
  } as const
  const told = (
    { posts, id, profile }: { profile: GeneratorId; posts: Readonly<Record<string, string>>; id: string },
    text: string,
    more: Partial<SiteToCheck> = {},
  ) =>
    checkedSite({
      profile,
      posts: Object.fromEntries(
        Object.entries(posts).map(([path, own]) => [path, own.replace('TEXT', () => text)]),
      ),
      ...more,
    })
      .told(id)
      .filter((line) => line.startsWith('link-post')).length

  test.each([
    ['Jekyll, another date', jekyll, '[x](/2019/07/08/old-name.html)'],
    ['Jekyll, without ending', jekyll, '[x](/2021/05/06/gone)'],
    ['Jekyll, a category', jekyll, '[x](/tech/2020/01/02/gone.html)'],
    ['Jekyll, the own domain', jekyll, '[x](https://example.org/2019/07/08/old.html#part)'],
    ['Jekyll, the own domain without a scheme', jekyll, '[x](//example.org/2019/07/08/old.html)'],
    ['Jekyll, HTML', jekyll, '<a href="/2019/07/08/old.html">x</a>'],
    ['Jekyll, a template', jekyll, '[x]({{ site.baseurl }}/2019/07/08/old.html)'],
    ['Hugo', hugo, '[x](/posts/gone/)'],
    ['Hugo, relative', hugo, '[x](../gone/)'],
    ['Hugo, another year of folders', hugo, '[x](/posts/2019/gone/)'],
    ['Hexo', hexo, '[x](/2019/07/08/gone/)'],
    ['Hexo, index.html', hexo, '[x](/2019/07/08/gone/index.html)'],
  ] as const)('%s', (_name, site, text) => expect(told(site, text)).toBe(1))

  test.each([
    ['the post', jekyll, '[x](/2024/01/02/b.html) [y](https://example.org/2024/01/02/b)'],
    ['archives', jekyll, '[x](/2021/) [y](/2021/05/) [z](/2021/05/06/) [a](/2021/05/06/index.html)'],
    ['feeds and files', jekyll, '[x](/feed.xml) [y](/2021/05/06/a.pdf) [z](/2021/05/06/feed/)'],
    ['layouts', jekyll, '[x](/tags/) [y](/tags/old/) [z](/categories/tech/) [a](/about/) [b](/gone/)'],
    ['categories without a post', jekyll, '[x](/news/2021/05/06/gone.html)'],
    ['another host', jekyll, '[x](https://example.com/2019/07/08/old.html)'],
    ['pagination', hugo, '[x](/posts/page/2/) [y](/posts/) [z](/posts/2021/) [a](/page/2/)'],
    ['lists', hugo, '[x](/posts/tags/) [y](/posts/index.xml) [z](/posts/archive/) [a](/posts/search/)'],
    ['files', hugo, '[x](/posts/a/photo.jpg) [y](/sitemap.xml)'],
    ['a computed address', hugo, '[x](/posts/{{ page }}/)'],
  ] as const)('not %s', (_name, site, text) => expect(told(site, text)).toBe(0))

  test('not files and folders that are served, nor pages elsewhere', () => {
    const text = '[x](/posts/gone/)'
    expect(told(hugo, text, { elsewhere: ['/posts/gone/'] })).toBe(0)
    expect(told(hugo, text, { files: { 'static/posts/gone/index.html': 9 } })).toBe(0)
    expect(told(hugo, text, { files: { 'static/posts/gone.html': 9 } })).toBe(0)
    expect(told(hugo, text, { files: { 'content/posts/gone/_index.md': 9 } })).toBe(0)
  })

  test('the base path is part of a link, unless the generator adds it', () => {
    const below = { basePath: '/site' }
    expect(told(hugo, '[x](/site/posts/gone/)', below)).toBe(1)
    expect(told(hugo, '[x](https://example.org/site/posts/gone/)', below)).toBe(1)
    expect(told(hugo, '[x](/other/posts/gone/) [y](https://example.org/posts/gone/)', below)).toBe(0)
    const vitepress = { ...hugo, profile: 'vitepress' } as const
    expect(told(vitepress, '[x](/posts/gone)', below)).toBe(1)
  })
})
