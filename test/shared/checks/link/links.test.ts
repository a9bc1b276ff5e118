import { describe, expect, test } from 'vitest'
import { checkedSite } from '../../../support/checked-site'

const found = (body: string) =>
  checkedSite({
    posts: {
      'one.md': `---\ntitle: One\n---\n\n${body}`,
      'two.md': '---\ntitle: Two\n---\n\n## Part B\n\n## 日本語の見出し\n\n### Part B\n',
      'guides/set-up/index.md': '---\ntitle: Set-up\n---\n\n## Ünïcode & more\n',
      'old.md': '---\ntitle: Old\nslug: renamed\naliases: [/2019/old/]\n---\n\n<h2 id="raw">x</h2>\n',
    },
    files: { 'static/x.png': 1, 'static/talk.pdf': 1, 'static/files/my talk.pdf': 1, 'static/Über.zip': 1 },
  })
    .of('one.md')
    .map(({ check }) => check)

describe.each<[string, readonly string[], readonly string[]]>([
  [
    'link-anchor',
    [
      '## A\n\n[x](#b)',
      '## A b\n\n[x](#A-b)',
      '[x](/posts/two/#part-c)',
      '[x](two.md#part)',
      '[x](https://example.org/posts/two/#none)',
      '[x](/posts/guides/set-up/#unicode)',
      '## A\n\n<a href="#none">x</a>',
      '## A\n\n## A\n\n[x](#a-2)',
      '[x]({{< ref "two.md#none" >}})',
      '[x][y]\n\n[y]: #none',
      '## A {#own}\n\n[x](#other)',
      '## 日本\n\n[x](#日本語)',
      '```\n## a\n```\n\n[x](#a)',
      '<!-- ## a -->\n\n[x](#a)',
      '## A\n\n[x](?q=1#b)',
    ],
    [
      '## Ä b\n\n[x](#ä-b) [y](#%C3%A4-b)',
      '## 日本語\n\n[x](#日本語) [y](#%E6%97%A5%E6%9C%AC%E8%AA%9E)',
      '## A 🚀 b\n\n[x](#a--b)',
      '## A\n\n## A\n\n## A\n\n[x](#a-1) [y](#a-2)',
      '<a name="old">\n\n</a>\n\n[x](#old)',
      '<h2 id="own">A</h2>\n\n[x](#own)',
      '<div>\n<section id="deep">a</section>\n</div>\n\n[x](#deep)',
      '[x](#top) [y](#:~:text=a%20b)',
      '[x](/posts/two/#part-b) [y](two.md#part-b-1) [z](/posts/two/#:~:text=x)',
      '[x](/posts/two/#%E6%97%A5%E6%9C%AC%E8%AA%9E%E3%81%AE%E8%A6%8B%E5%87%BA%E3%81%97)',
      '[x](/posts/guides/set-up/#ünïcode--more)',
      '[x](https://www.example.org/posts/renamed/#raw)',
      '[x](https://other.example/#none) [y](https://other.example/posts/two/#none)',
      '[x](/about/#none) [y](/#none)',
      '## A `b` *c*\n\n[x](#a-b-c)',
      '## [A](/about/) b\n\n[x](#a-b)',
      '## A {#Own_Id}\n\n[x](#Own_Id)',
      'A\n===\n\n[x](#a)',
      '> ## In a quote\n\n[x](#in-a-quote)',
      '- ## In a list\n\n[x](#in-a-list)',
      '# 1. First\n\n[x](#1-first)',
      '## Q&A: what?\n\n[x](#qa-what)',
      '`[x](#none)`',
      'a[^1]\n\n[^1]: b\n\n[x](#fn:1) [y](#fnref:1)',
      '## A ![b](/x.png)\n\n[x](#a-b)'.replace('-b)', ')'),
      '## A &amp; b\n\n[x](#a--b)',
      "## What's new\n\n[x](#whats-new)",
      '## Snake_case name\n\n[x](#snake_case-name)',
      '## a/b\n\n[x](#ab)',
      '## Trailing ##\n\n[x](#trailing)',
      '## ~~Gone~~ here\n\n[x](#gone-here)',
      '## <em>Tag</em> b\n\n[x](#tag-b)',
      '[x](/2019/old/#raw)',
    ],
  ],
  [
    'link-post',
    [
      '[a](/posts/tow/)',
      '[a](/posts/two/three/)'.replace('two/three', 'guides/set-upp'),
      '[a](../posts/none.md)',
      '[a](./none.md)',
      '[a]({{< relref "none" >}})',
      '[a]({{< ref "/posts/none.md" >}})',
      '<a href="/posts/none/">b</a>',
      '[a][b]\n\n[b]: /posts/none',
      '![a boat](/x.png) [a](https://example.org/posts/none/)',
      '[a](http://example.org/posts/none)'.replace('http:', 'https:'),
      '[a](/posts/none/?x=1#b)',
      '- > [a](/posts/%C3%BCber/)',
      '[a](/posts/TWOO)',
      'a[^1]\n\n[^1]: [b](/posts/none/)',
      'a[^1]\n\n[^1]: x\n\n    [b](/posts/none/)',
      '| [a](/posts/none/) |\n| --- |\n| b |',
      '[![a boat](/x.png)](/posts/none/)',
    ],
    [
      '[a](/posts/two/) [b](/posts/two) [c](/posts/two/?x=1)',
      '[a](two.md) [b](./two.md) [c](../posts/two.md)',
      '[a](guides/set-up/index.md) [b](/posts/guides/set-up/)',
      '[a]({{< ref "two" >}}) [b]({{< relref "guides/set-up" >}}) [c]({{% ref "/posts/two.md" %}})',
      '[a](/posts/renamed/) [b](/2019/old/)',
      '[a](/posts/) [b](/posts) [c](/posts/page/2/)',
      '[a](/tags/x/) [b](/categories/) [c](/en/)',
      '[a](//example.org/posts/two/)',
      '[a](/posts/feed.xml) [b](/posts/index.json)',
      '`[a](/posts/none/)`',
      '<!-- [a](/posts/none/) -->',
      '[a]({{ .Site.BaseURL }}/posts/none/)',
      '[a](/posts/Two/)'.replace('Two', 'two'),
      '[a](https://other.example/posts/none/)',
      '[a](mailto:none.md@a.example)',
      '[a](/posts/two/index.html)',
      '[a](</posts/two/>)',
      '[a](/posts/guides/)',
      '<a href="/posts/two/">b</a>',
      '[a](/posts/%74wo/)',
    ],
  ],
  [
    'link-malformed',
    [
      '[a](http:/a.example)',
      '[a](https//a.example)',
      '[a](https:a.example)',
      '[a](htps://a.example)',
      '[a](https://https://a.example)',
      '[a](www.a.example)',
      '[a](ann@a.example)',
      '[a](mailto:ann)',
      '[a](https://)',
      '[a](https://a.example/%E4%)',
      '[a](https://a b.example/x)',
      '[a](/my page.html)',
      '<a href="http//a.example">b</a>',
      '[a]: htttp://a.example\n\n[a]',
      '[a](<https://a .example>)',
      '[a](https://a.example:port/)',
      '[a](https://a.example:99999/)',
      '[a](tel:)',
      '<a href="mailto:">b</a>',
      '[a](https:\\\\a.example)',
      '[a](https://.a.example)',
      '[a](https://a.example./x y)'.replace('./x y', '..x'),
    ],
    [
      '[a](https://a.example)',
      '[a](https://a.example/%C3%A4?x=%20#y)',
      '[a](https://[::1]:8080/x)',
      '[a](https://user:pw@a.example/)',
      '[a](https://münchen.example/)',
      '[a](mailto:ann@a.example?subject=a%20b)',
      '[a](tel:+49-30-1)',
      '[a](https://a.example/a..b)',
      '[a](https://web.archive.org/web/2020/https://a.example)',
      '[a](https://a.example/?u=http://b.example)',
      '[a](/about/#100%)'.replace('#100%', ''),
      '[a](https://a.example/x?p=100%25)',
      '[a](javascript:void(0))',
      '[a](sms:+1) [b](xmpp:a@b.example) [c](geo:1,2) [d](irc://a.example/b)',
      '[a]({{ .URL }})',
      '[a](https://a.example./)',
      '[a](https://a_b.example/)',
      '[a](ftp://a.example/x y)'.replace(' y', ''),
      '`[a](http:/x)`',
      '[a](https://localhost:4000/)',
      'f(x)[i](j k)',
      '[a](obsidian://open?vault=x) [b](vscode://file/x)',
    ],
  ],
  [
    'link-insecure',
    [
      '[a](http://example.org/about/)',
      '[a](http://www.example.org/)',
      '[a](HTTP://EXAMPLE.ORG/about/)',
      '![a boat](http://example.org/x.png)',
      '<a href="http://example.org/">b</a>',
      '[a]: http://example.org/about/\n\n[a]',
      '<img src="http://example.org/x.png" alt="a boat">',
      '[a](http://example.org:80/about/)',
      '[a](http://example.org?x=1)',
      '<http://example.org/about/>',
    ],
    [
      '[a](https://example.org/about/)',
      '[a](http://other.example/)',
      '[a](http://example.org.other.example/)',
      '[a](http://blog.example.org/)',
      '[a](http://example.org:8080/)',
      '[a](//example.org/about/)',
      '`http://example.org`',
      '[a](https://a.example/?u=http://example.org/)',
      '[a](http://notexample.org/)',
      '[a](http://example.org@other.example/)',
    ],
  ],
  [
    'link-file',
    [
      '[a](/none.pdf)',
      '[a](files/none.zip)',
      '[a](/files/my%20tlk.pdf)',
      '<a href="/none.docx">b</a>',
      '[a][b]\n\n[b]: /none.epub',
      '[a](/Talk.pdf)',
      '[a](/none.mp3#t=10)',
      '[![a boat](/x.png)](/x-large.png)',
      '[a](https://example.org/none.xlsx)',
      'a[^1]\n\n[^1]: [b](/none.pdf)',
    ],
    [
      '[a](/talk.pdf)',
      '[a](/files/my%20talk.pdf)',
      '[a](</files/my talk.pdf>)',
      '[a](/%C3%9Cber.zip) [b](/Über.zip)',
      '[a](https://example.org/talk.pdf?x=1)',
      '[![a boat](/x.png)](/x.png)',
      '[a](https://other.example/none.pdf)',
      '[a](/none.pdf/)',
      '`[a](/none.pdf)`',
      '[a]({{ .Params.file }}.pdf)',
      '[a](/about.html) [b](/app.js) [c](/feed.xml)',
      '[a](#talk.pdf)'.replace('#', '/about/?f='),
    ],
  ],
])('%s', (check, defects, clean) => {
  test.each(defects)('is found in %j', (body) => expect([...new Set(found(body))]).toEqual([check]))
  test.each(clean)('is not found in %j', (body) => expect(found(body)).toEqual([]))
})

test('ids that only the site’s own code makes are not called missing', () => {
  const told = (body: string) =>
    checkedSite({
      posts: { 'a.md': `---\ntitle: A\n---\n\n${body}` },
      config: { markdown: { features: { idStyle: 'own', anchors: true } } } as never,
    }).told('a.md')
  expect(told('## Heading\n\n[x](#anything)')).toEqual([])
})

test.each([
  ['zola', '2025/12/16/old', []],
  ['zola', '/2025/12/16/old/', []],
  ['zola', '2025/12/16/old.md', ['link-post']],
  ['jekyll', '2025/12/16/old', []],
  ['hugo', 'old', []],
  ['hugo', '/2025/12/16/old', []],
  ['hugo', '2025/12/16/old', ['link-post']],
] as const)('%s counts the alias %s from where the generator does', (profile, alias, found) => {
  const key = profile === 'jekyll' ? 'redirect_from' : 'aliases'
  const at = (address: string) =>
    profile === 'zola' ? `path: ${address}` : `${profile === 'hugo' ? 'url' : 'permalink'}: ${address}/`
  const checked = checkedSite({
    profile,
    posts: {
      '2025-12-17-one.md': `---\ntitle: One\n${at('/2025/12/17/one')}\n---\n\n[a](/2025/12/16/old/)\n`,
      '2025-12-16-two.md': `---\ntitle: Two\n${at('/2025/12/16/two')}\n${key}: [${alias}]\n---\n`,
    },
  })
  expect(checked.of('2025-12-17-one.md').map(({ check }) => check)).toEqual(found)
})

test.each([
  [3, '/none/', ['link-post']],
  [3, '/post-1/', []],
  [3, '/tags/', []],
  [3, '/about/', []],
  [3, '/feed.xml', []],
  [2, '/none/', []],
] as const)('%i posts at the top of the site: %s', (count, target, found) => {
  const posts = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `2024-01-0${at + 1}-post-${at}.md`,
      `---\ntitle: P ${at}\n---\n\n${at === 0 ? `[a](${target})` : 'Text.'}\n`,
    ]),
  )
  const addresses = { permalinks: { '': '/:title/' } }
  const site = checkedSite({ profile: 'jekyll', addresses, posts, elsewhere: ['/about/'] })
  expect(site.of('2024-01-01-post-0.md').map(({ check }) => check)).toEqual(found)
})
