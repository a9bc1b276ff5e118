import { describe, expect, test } from 'vitest'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { checkedSite, type SiteToCheck } from '../../support/checked-site'

const head = '---\ntitle: One\n---\n\n'
const checksOf = (body: string, more: Partial<SiteToCheck> = {}, id = 'one.md') =>
  checkedSite({ ...more, posts: { [id]: head + body, ...more.posts } })
    .of(id)
    .map(({ check }) => check)

describe('what looks like a defect and is none', () => {
  test.each([
    ['a link in code', '`[a](/posts/none)` and ``![](x.png)``'],
    ['a link in a fence', '````\n```\n[a](/posts/none)\n```\nTODO: b\n````'],
    ['a fence in a list', '- a\n\n  ```js\n  [](x)\n  ```\n- b'],
    ['indented code', 'a:\n\n    [](x)\n    <div>'],
    ['a comment', '<!-- [a](/posts/none) ![](x.png) -->'],
    ['a shortcode with code', '{{< highlight html >}}\n<div>\n[](x)\n{{< /highlight >}}'],
    [
      'a shortcode that is only shown',
      '{{</* figure src="/none.png" */>}} {{%/* ref "none" */%}} {{</* img src="/images/none.png" */>}}',
    ],
    ['tags in code', '`{{< figure src="/none.png" >}}`\n\n```\n{% include a.html src="/none.png" %}\n```'],
    ['a figure with its caption', '{{< figure src="/x.png" caption="A boat" >}}'],
    ['a figure elsewhere', '{{< figure src="https://a.example/x.png" alt="A boat" >}}'],
    ['a figure whose image is computed', '{{< figure src="{{ .x }}/a.png" alt="A boat" >}}'],
    ['a formula', '$$\n\\left[a\\right](b) <x\n$$'],
    ['brackets', 'a[0][1], [x] and [y][z] by [^'.replace('[y][z]', 'f(x)[y][z]')],
    ['tasks', '- [ ] a\n- [x] b'],
    ['mail', '[a](mailto:ann@a.example?subject=x%20y), <ann@a.example>'],
    ['other pages', '[a](/about/), [b](/), [c](/tags/x/), [d](../), [e](/feed.xml)'],
    ['other schemes', '[a](tel:+491), [b](ftp://a.example/x), [c](magnet:?xt=1), [d](//a.example/x)'],
    ['an address with all there is', '[a](https://user@a.example:8080/p;q=1/%C3%A4?x=[1]&y={z}#f)'],
    ['words that are an address', '[https://a.example](https://a.example)'],
    ['an image as a link', '[![a boat](/x.png)](https://a.example)'],
    ['an empty alt in HTML', '<img src="/x.png" alt="">'],
    ['remote and inlined images', '![a boat](https://a.example/x.png) ![a dot](data:image/png;base64,AAAA)'],
    ['anchors of notes and pages', '[a](#top), [b](#), x[^1]\n\n[^1]: y'.replace('[b](#), ', '')],
    ['anchors of HTML', '<a name="x"></a><span id="y"></span>\n\n[a](#x) [b](#y)'],
    ['anchors that are written', '## a {#b}\n\n## c {.d #e}\n\n[x](#b) [y](#e)'],
    ['anchors of repeated headings', '## a\n\n## a\n\n[x](#a) [y](#a-1)'],
    ['anchors in other letters', '## Über uns\n\n## 你好\n\n[x](#über-uns) [y](#%C3%BCber-uns) [z](#你好)'],
    ['anchors of marked words', '## The `code` of **it** [all](/x)\n\n[x](#the-code-of-it-all)'],
    ['anchors of headings under a line', 'The end\n---\n\n[x](#the-end)'],
    ['anchors that parts may add', '{{< include "x" >}}\n\n[x](#unknown)'],
    ['a note in a note', 'a[^1]\n\n[^1]: see[^2]\n\n[^2]: b'],
    ['a note that is an address', 'a[^1]\n\n[^1]: https://a.example/x'],
    ['a note with more than a paragraph', 'a[^1]\n\n[^1]: first\n\n    second `[^9]`\n\n    - list'],
    [
      'notes in tables, lists, quotes and links',
      '| a[^t] |\n| --- |\n| b |\n\n> c[^q]\n\n- [d[^l]](/about)\n\n[^t]: x\n[^q]: y\n[^l]: z',
    ],
    ['notes in code', '```md\na[^1]\n\n[^1]: b\n```\n\n`[^x]`\n\n    [^2]: c'],
    ['what looks like a note', 'a\\[^1] and /[^abc]/ or [^a-z]+ and ^[an inline one]'],
    ['the anchor of a heading with a note', '## Heading[^1]\n\n[x](#heading) [y](#heading1)\n\n[^1]: b'],
    ['a definition called x', '[x]: https://a.example\n\nSee [x], and:\n\n- [x] done'],
    [
      'tags in a script and in text',
      '<script>\ndocument.write("<div>")\n</script>\n\n<textarea>\n<b>\n</textarea>\n\n<style>\na::before { content: "<p><i>" }\n</style>',
    ],
    ['a line that ends with TODO', 'What I want is a TODO\nlist, and MAX TODO\n\nTODOs'],
    ['feeds and files beside posts', '[a](/posts/index.xml) [b](/posts/feed.json) [c](/posts/pack.js)'],
    ['prose about TODO', 'Write a TODO app, a todo: list and METODO: fine.'],
    [
      'files that are there',
      '[a](/talk.pdf) [b](talk.pdf) [c](/my%20talk.pdf?v=1#page=2) [d](https://example.org/talk.pdf) <a href="/x.png">e</a>',
    ],
    [
      'files that the site makes',
      '[a](/feed.xml) [b](/search.json) [c](/app.js) [d](/humans.txt) [e](/x.pdf/)',
    ],
    [
      'files elsewhere',
      '[a](https://a.example/talk.pdf) [b](//a.example/talk.pdf) [c]({{ site.files }}/talk.pdf)',
    ],
    ['closed HTML', '<div>\n\n<p>a\n\n<br>\n<img src="/x.png" alt="a boat">\n</div>\n\n<kbd>x</kbd> a < b'],
    ['HTML with > in a value', '<div title="a > b">\n\nx\n\n</div>'],
    ['headings that begin at 3', '### a\n\n### b\n\n#### c'],
    ['one top', '# a\n\n## b'],
    ['a hash that is no heading', '# a\n\n#b\n\n```\n# c\n```'],
    ['a comment as a definition', '[//]: # (nothing)\n'],
    [
      'definitions used in every way',
      '[a], [b][], [w][c], ![a boat][d]\n\n[A]: /x\n[b]: /x\n[c ]: /x\n[d]: /x.png',
    ],
    ['template addresses', '[a]({{ .Permalink }}) ![a boat]({{ page.image }})'],
  ])('%s', (_name, body) => {
    const files = { 'static/x.png': 1, 'static/talk.pdf': 1, 'static/my talk.pdf': 1 }
    expect(checksOf(body, { files })).toEqual([])
  })

  test('a post that is known by another name', () => {
    const posts = {
      'two.md': '---\ntitle: Two\nslug: the-second\naliases: [/posts/old-two/]\n---\n',
      'three/index.md': '---\ntitle: Three\n---\n\n## C\n',
    }
    const body =
      '[a](/posts/the-second/) [b](/posts/old-two/) [c](/posts/three/#c) [d](https://example.org/posts/three/) [e]({{< ref "three" >}})'
    expect(checksOf(body, { posts })).toEqual([])
  })
})

describe('what is one', () => {
  test.each([
    ['link-empty', '[]()'],
    ['link-empty', '[ ](/about)'],
    ['link-empty', '[a](#)'],
    ['image-alt', '![ ](/x.png)'],
    ['image-alt', '![IMG_2034](/x.png)'],
    ['image-alt', '![x.png](/x.png)'],
    ['image-alt', '<img src="/x.png">'],
    ['image-outside', '![a boat](C:\\Users\\Ann\\x.png)'],
    ['image-outside', '![a boat](file:///c:/x.png)'],
    ['image-outside', '![a boat](../../../../x.png)'],
    ['image-outside', '![a boat](/Users/ann/x.png)'],
    ['image-missing', '![a boat](y.png)'],
    ['image-missing', '![a boat][b]\n\n[b]: /y.png'],
    ['image-lenient', '![a boat](static/x.png)'],
    ['link-post', '[a](/posts/none/)'],
    ['link-post', '[a](https://www.example.org/posts/none)'],
    ['link-post', '[a](none.md)'],
    ['link-post', '[a]({{% relref "none.md" %}})'],
    ['link-post', '<a href="/posts/none">a</a>'],
    ['link-file', '[a](/talk.pdf)'],
    ['link-file', '[a](talk.pdf#page=2)'],
    ['link-file', '[a](https://example.org/talk.pdf)'],
    ['link-file', '[a][b]\n\n[b]: ../files/talk.zip'],
    ['link-file', '[large](/static/y.png)'],
    ['link-file', '<a href="/talk.pdf">a</a>'],
    ['link-file', '[a]({{ site.baseurl }}/talk.pdf)'],
    ['link-anchor', '[a](#none)'],
    ['link-anchor', '[a](one.md#none)'],
    ['link-malformed', '[a](http://)'],
    ['link-malformed', '[a](https://a..example/x)'],
    ['link-malformed', '[a](https://a.example/%zz)'],
    ['link-malformed', '[a]: htp://a.example\n\n[a]'],
    ['link-bare', 'at https://a.example/(x) now'],
    ['todo', '- TODO: a'],
    ['todo', 'TODO'],
    ['todo', '> - TODO\n\nx'],
    ['todo', '1. TBD'],
    ['todo', '<!-- FIXME before it goes out -->'],
    ['todo', 'It was [TK] in all.'],
    ['html-open', '<details>\n<summary>a</summary>\n\nb'],
    ['html-open', 'a <b>b'],
    ['heading-order', '# a\n\n> ### b'],
    ['heading-top', '# a\n\n# b'],
    ['fence-open', '~~~\na\n```'],
    ['reference-missing', '[a][none]'],
    ['reference-missing', '![a boat][none]'],
    ['reference-unused', '[a]: /b'],
    ['footnote-missing', 'a[^x]'],
    ['footnote-unused', 'a\n\n[^x]: b'],
    ['footnote-unused', 'a[^x]\n\n[^x]: b\n\n[^X]: c'],
    ['reference-unused', '[a]\n\n[a]: /b\n[A]: /c'],
    ['html-open', '<script>\nx("<b>")\n</script>\n\n<div>\n\nb'],
    ['link-post', '[a](/posts/none.html)'],
    ['link-post', '[a](/posts/release-1.2/)'],
  ])('%s: %s', (check, body) => {
    const found = checksOf(body, { files: { 'static/x.png': 1 } })
    expect(found).toContain(check)
    expect(new Set(found).size).toBe(1)
  })
})

test('a translation may have the title of the other', () => {
  const told = (one: string, other: string, ids = ['a.md', 'b.md']) =>
    checkedSite({
      posts: { [ids[0] ?? '']: `---\ntitle: T\n${one}---\n`, [ids[1] ?? '']: `---\ntitle: T\n${other}---\n` },
    })
      .of(ids[0] ?? '')
      .map(({ check }) => check)
  expect(told('lang: en\n', 'lang: de\n')).toEqual([])
  expect(told('', '', ['a.en.md', 'a.de.md'])).toEqual([])
  expect(told('', '', ['en/a.md', 'de/a.md'])).toEqual([])
  expect(told('lang: en\n', 'lang: en\n')).toEqual(['title-duplicate'])
  expect(told('', '')).toEqual(['title-duplicate'])
})

describe('anchors are those of the site’s renderer', () => {
  test.each<[GeneratorId, string, string]>([
    ['hugo', 'Hello, World!', 'hello-world'],
    ['jekyll', 'Crème brûlée', 'crème-brûlée'],
    ['hexo', 'Hello, World!', 'Hello-World'],
    ['vitepress', '2024 in review', '_2024-in-review'],
    ['plain', 'C++ & me', 'c--me'],
  ])('%s: %s', (profile, heading, id) => {
    const body = `## ${heading}\n\n[x](#${encodeURI(id)}) [y](#${encodeURI(id)}x)\n`
    const found = checkedSite({ profile, posts: { '2024-01-01-a.md': `---\ntitle: A\n---\n\n${body}` } })
    expect(found.of('2024-01-01-a.md').filter(({ check }) => check === 'link-anchor')).toHaveLength(1)
  })
})

describe('ignore comments', () => {
  const two = '![](/x.png)\n![](/x.png)\n'
  const lines = (body: string, id = 'one.md') =>
    checkedSite({ posts: { [id]: head + body }, files: { 'static/x.png': 1 } })
      .of(id)
      .map(({ line }) => line - 4)

  test.each([
    ['none', two, [1, 2]],
    [
      'alone: what follows up to an empty line',
      `<!-- postwright-ignore image-alt -->\n${two}\n${two}`,
      [5, 6],
    ],
    ['alone, with an empty line behind', `<!-- postwright-ignore -->\n\n${two}\n${two}`, [6, 7]],
    ['in a line: that line', `![](/x.png) <!-- postwright-ignore image-alt -->\n${two}`, [2, 3]],
    ['another check', `<!-- postwright-ignore image-missing -->\n${two}`, [2, 3]],
    ['two checks', `<!-- postwright-ignore image-missing, image-alt -->\n${two}`, []],
    ['the whole post', `${two}\n<!-- postwright-ignore-post image-alt -->`, []],
    ['something else', `<!-- postwright-ignored image-alt -->\n${two}`, [2, 3]],
  ])('%s', (_name, body, left) => {
    expect(lines(body)).toEqual(left)
  })

  test('in MDX between braces', () => {
    expect(lines(`{/* postwright-ignore image-alt */}\n${two}`, 'one.mdx')).toEqual([])
  })

  test('in the front matter behind a #', () => {
    const text = `---\ntitle: One\nimage: /y.png # postwright-ignore field-image\n---\n`
    expect(checkedSite({ posts: { 'a.md': text } }).told('a.md')).toEqual([])
    expect(checkedSite({ posts: { 'a.md': text.replace('field-image', 'todo') } }).told('a.md')).toHaveLength(
      1,
    )
  })
})

describe('images that count from the address of the page', () => {
  const post = (body: string) => `---\ntitle: A\n---\n\n${body}\n`
  const told = (body: string, files: Readonly<Record<string, number>> = {}) =>
    checkedSite({
      posts: { 'a.md': post(body), 'deep/b/index.md': post('Text'), 'deep.md': post('Text') },
      files,
    })
      .told('a.md')
      .map((line) => line.split(' ')[0])
      .filter((check) => check !== 'title-duplicate')

  test.each([
    ['![a boat](../deep/b/boat.png)', ['image-missing']],
    ['![a boat](../nowhere/boat.png)', ['image-missing']],
    ['![a boat](../../../../etc/passwd.png)', ['image-outside']],
    ['![a boat](../../../../posts/deep/b/boat.png)', ['image-outside']],
  ])('%s: %j', (body, found) => expect(told(body)).toEqual(found))

  test.each(['../deep/b/boat.png', '../../posts/deep/b/boat.png', '/posts/deep/b/boat.png'])(
    'the file of a bundle: %s',
    (target) => expect(told(`![a boat](${target})`, { 'content/posts/deep/b/boat.png': 10 })).toEqual([]),
  )

  test('Hugo shows a file of a section at its path, which the way from the page leads to', () => {
    const files = { 'content/posts/boats/boat.png': 10 }
    expect(told('![a boat](../boats/boat.png)', files)).toEqual([])
    expect(told('![a boat](boats/boat.png)', files)).toEqual(['image-lenient'])
  })
})
