import { expect, test } from 'vitest'
import { renderPost } from '../../../../shared/markdown/page/render-post'
import { html, markdownOptions } from '../../../support/markdown-options'

test('the head is no part of the page, and lines count from the start of the file', () => {
  const page = renderPost('---\ntitle: x\n---\n\n# One\n\n## Two\n', markdownOptions())
  expect(page.html).toBe('<h1 id="one">One</h1>\n<h2 id="two">Two</h2>\n')
  expect(page.headings).toEqual([
    { level: 1, text: 'One', id: 'one', line: 4 },
    { level: 2, text: 'Two', id: 'two', line: 6 },
  ])
})

test('heading ids are made the GitHub way and stay unique', () => {
  expect(html('# Hello, `World`!\n\n# Hello World\n\n# Hello World\n\n# Größe')).toContain('id="größe"')
  expect(html('# A\n\n# A\n\n# A')).toBe('<h1 id="a">A</h1><h1 id="a-1">A</h1><h1 id="a-2">A</h1>')
  expect(html('# A {#own}\n\n# A')).toBe('<h1 id="own">A</h1><h1 id="a">A</h1>')
})

test('footnotes are numbered by their first mark, wherever they stand', () => {
  const page = html('b[^b] a[^a] b[^b]\n\n[^a]: Note A\n[^b]: Note B\n')
  expect(page).toContain('<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup> a<sup')
  expect(page).toContain('id="fnref1:2"')
  expect(page).toMatch(/<li id="fn1"><p>Note B .*<li id="fn2"><p>Note A /)
  expect(html('an ^[inline *note*] here')).toContain('<li id="fn1"><p>inline <em>note</em>')
  expect(html('no note[^x]')).toBe('<p>no note[^x]</p>')
})

test('every construct has its element', () => {
  expect(html('> [!NOTE]\n> Look')).toContain('class="markdown-alert markdown-alert-note"')
  expect(html('Term\n: Meaning')).toContain('<dl><dt>Term</dt><dd>Meaning</dd></dl>')
  expect(html('H~2~O x^2^ ==m== ~~d~~')).toBe(
    '<p>H<sub>2</sub>O x<sup>2</sup> <mark>m</mark> <del>d</del></p>',
  )
  expect(html('*[CSS]: Sheets\n\nCSS')).toContain('<abbr title="Sheets">CSS</abbr>')
  expect(html('::: tip Title\nText\n:::')).toBe(
    '<div class="container tip"><p class="container-title">Title</p><p>Text</p></div>',
  )
  expect(html('[[toc]]\n\n## A\n\n### B')).toContain('<a href="#a">A</a><ul><li><a href="#b">B</a>')
  expect(html('![alt](a.png "Caption")')).toBe(
    '<figure><img src="asset:a.png" alt="alt" data-reference="a.png"><figcaption>Caption</figcaption></figure>',
  )
  expect(html('$x$ and\n\n$$\ny\n$$')).toContain('<math>I:x</math>')
  expect(html('```mermaid\ngraph\n```')).toBe('<pre class="mermaid-source"><code>graph\n</code></pre>')
  expect(html('- [x] done')).toContain('type="checkbox" checked="" disabled="" aria-label="done">')
  expect(html('- item\n{.plain}')).toContain('class="plain"')
  expect(html('"q" -- ...', 'everything', { typography: true })).toBe('<p>“q” – …</p>')
})

test('a table of contents repeated over and over stands a few times only', () => {
  const headings = Array.from({ length: 300 }, (_, index) => `## Part ${index}`).join('\n\n')
  const filled = (text: string) => html(text).match(/<nav class="toc"><ul>/g)?.length
  expect(filled(`${'[[toc]]\n\n'.repeat(500)}${headings}`)).toBe(3)
  expect(filled(`${'- [[toc]]\n'.repeat(500)}\n${headings}`)).toBe(1)
})

test('a page that is rendered whole draws each block once, however many lie before what they name', () => {
  let drawn = 0
  const options = markdownOptions()
  const text = `${'[[toc]]\n\n```js\ncode\n```\n\n'}${'A [link] and a note[^n]\n\n## H\n\n'.repeat(600)}[link]: /x\n\n[^n]: Note`
  const page = renderPost(text, {
    ...options,
    highlight: (code) => {
      drawn += 1
      return { html: code, final: true }
    },
  })
  expect(page.headings.at(-1)?.id).toBe('h-599')
  expect(page.html.match(/href="\/x"/g)?.length).toBe(600)
  expect(drawn).toBe(1)
})

test('a box knows its line, so that a tick finds it', () => {
  const options = { ...markdownOptions(), sourceMap: true, tickable: true }
  const page = renderPost('- [ ] a\n- [ ] b', options).html
  expect(page).toContain('data-task="0"')
  expect(page).toContain('data-task="1"')
})

test('tags of generators are shown in a box and neither run nor escaped into text', () => {
  for (const tag of ['{{< notice "a" >}}', '{{% note %}}', '{% include x.html %}', '{{ page.title }}']) {
    const page = html(tag)
    expect(page).toMatch(/^<div class="dialect"/)
    expect(page).toContain(tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'))
  }
  expect(html('import X from "./x"')).toContain('>MDX<')
  expect(html('<Chart data={[1, 2]} />')).toContain('>Component<')
  expect(html('<!--more-->')).toContain('Excerpt ends here')
  expect(html('[post]({% post_url 2020-01-01-a %})')).toContain('<a href="%7B%25%20post_url')
  expect(html('`{{ raw }}`')).toBe('<p><code>{{ raw }}</code></p>')
  expect(html("![x]({{ '/img/a.png' | relative_url }})", 'kramdown')).toContain('src="asset:/img/a.png"')
})

test('an apostrophe inside a word opens no quote of Astro', () => {
  expect(html("It's what we don't say, 'so'.", 'astro')).toBe('<p>It’s what we don’t say, ‘so’.</p>')
})

test('a template tag may be the address of a reference, and raw ones show what stands between them', () => {
  expect(html('[a][1]\n\n[1]: {{ site.repository }}/issues/1', 'kramdown')).toContain('<a href="')
  expect(html('`{% raw %}{{ x }}{% endraw %}`', 'kramdown')).toBe('<p><code>{{ x }}</code></p>')
  expect(html('`{% raw %}{{ x }}{% endraw %} {{ y }}`', 'marked')).toBe('<p><code>{{ x }} {{ y }}</code></p>')
})

test('VitePress leaves emoji by name out of its ids', () => {
  expect(html('## :tada: Done', 'vitepress')).toBe('<h2 id="done">🎉 Done</h2>')
})

test.each([
  ["<img src={require('@site/static/a.png').default} />", '@site/static/a.png'],
  ["<img src={require('./a.png')} />", './a.png'],
  ['<img src={useBaseUrl("/img/a.png")} />', '/img/a.png'],
])('%s names its file without being run', (source, src) =>
  expect(html(source, 'docusaurus')).toContain(`src="asset:${src}"`),
)

test('components have their box where no other tags are known', () => {
  expect(html('<Chart />', 'everything', { dialects: ['mdx'] })).toContain('>Component<')
  expect(html('a <Badge/> c', 'everything', { dialects: ['mdx'] })).toContain('>Component<')
})

test('modules and components of MDX are shown in a box wherever they stand, and as they are written', () => {
  const words = (source: string) =>
    html(source)
      .replace(/<[^>]+>/g, '|')
      .replace(/\|+/g, '|')
  expect(words("import {\n  A,\n  B,\n} from './parts'\n\nText")).toBe(
    "|MDX| |import {\n  A,\n  B,\n} from './parts'|Text|",
  )
  expect(words("export const meta = {\n  title: 'A',\n}\n\nText")).toBe(
    "|MDX| |export const meta = {\n  title: 'A',\n}|Text|",
  )
  const long = `export const rows = [\n${"  'a row',\n".repeat(1_000)}]`
  expect(words(`${long}\n\nText`)).toBe(`|MDX| |${long}|Text|`)
  expect(words('A <Badge tone={a > b} /> and <Tip>*its* text</Tip>.')).toBe(
    '|A |Component| |&lt;Badge tone={a &gt; b} /&gt;| and |Component| |&lt;Tip&gt;|its| text|Component| |&lt;/Tip&gt;|.|',
  )
  expect(html('<DIV>\n\n*in* <B>bold</B> <FAQ />\n\n</DIV>')).toMatch(
    /^<div><p><em>in<\/em> <b>bold<\/b> <span class="dialect"[^>]*>.*FAQ.*<\/p><\/div>$/,
  )
  expect(words('import duties are high, <https://e.org>, <b>bold</b>, Array<T and <Jo@e.org>')).toBe(
    '|import duties are high, |https://e.org|, |bold|, Array&lt;T and |Jo@e.org|',
  )
})

test('raw HTML over several blocks is one piece', () => {
  expect(html('<details>\n<summary>S</summary>\n\n*in*\n\n</details>\n\nafter')).toBe(
    '<details><summary>S</summary><p><em>in</em></p></details><p>after</p>',
  )
})

test('an element that is never closed goes on to the end of the page', () => {
  expect(html('<div>\n\nin it\n\n## H')).toBe('<div><p>in it</p><h2 id="h">H</h2></div>')
  expect(html('a\n\n<div class="x" />\n\nb')).toBe('<p>a</p><div class="x"><p>b</p></div>')
  expect(html('<section>\n\n<div>\n\na\n\n</section>\n\nb')).toBe(
    '<section><div><p>a</p></div></section><p>b</p>',
  )
  expect(html('<p>p</p>\n<pre># a\n\nb</pre>\n\nc')).toMatch(/^<p>p<\/p><pre># a\n<p>b<\/p><\/pre>/)
  expect(html('<iframe src="https://e.org/x" />\n\nswallowed')).not.toContain('swallowed')
  expect(html('<script>x = "<div>"</script>\n\na')).toBe('<p>a</p>')
  expect(html('a <b>bold\n\nb')).toBe('<p>a <b>bold</b></p><p>b</p>')
  expect(html('<div />\n\na', 'mdx')).toBe('<div></div><p>a</p>')
  expect(html('<button onclick="x" formaction="javascript:y" autofocus>b</button>')).toBe(
    '<p><button>b</button></p>',
  )
})

test('raw HTML is made harmless, and what is ours stays', () => {
  expect(html('<b onclick="x">b</b> <script>alert(1)</script>')).toBe('<p><b>b</b> </p>')
  expect(html('<a href="javascript:x">l</a> <img src="http://e.org/x.png">')).not.toMatch(/javascript|<img/)
  expect(html('<p style="text-align:center;position:fixed">c</p>')).toBe('<p style="text-align:center">c</p>')
  expect(html('<div>\n\n```js\na < b\n```\n\n- [ ] t\n\n</div>')).toContain('a &lt; b')
  expect(html('<b>x</b>', 'goldmark')).toBe('<p>x</p>')
  expect(html('<b>x</b>', 'everything', { rawHtml: 'escape' })).toBe('<p>&lt;b&gt;x&lt;/b&gt;</p>')
})

test('a preset changes what is read', () => {
  expect(html('H~2~O ==m==', 'github')).toBe('<p>H<del>2</del>O ==m==</p>')
  expect(html('Text\n{: .x}', 'kramdown')).toBe('<p class="x">Text</p>')
  expect(html('| a |\n| - |', 'commonmark')).not.toContain('<table')
})

test('template tags in a reference that is none are read once, however many there are', () => {
  expect(html(`[1]: ${'{{a}}'.repeat(40)} "x" y`, 'kramdown')).toContain('<p>[1]: ')
  expect(html(`[1]: ${'{%a%}'.repeat(40)} "x" y`, 'kramdown')).toContain('<p>[1]: ')
  expect(html(`[a][1]\n\n[1]: ${'{{ a }}'.repeat(40)}`, 'kramdown')).toContain('<a href="')
})

test('signs of typography that are many become what few become', () => {
  const marks = (sign: string, name: Parameters<typeof html>[1]) =>
    html(sign.repeat(3000), name).replace(/<\/?p>/g, '')
  expect(marks("'a ", 'kramdown')).toBe('‘a '.repeat(3000).trim())
  expect(marks('"a" ', 'kramdown')).toBe('“a” '.repeat(3000).trim())
  expect(marks('*"a"* ', 'kramdown')).toBe('<em>“a”</em> '.repeat(3000).trim())
  expect(marks('"a"\n', 'astro')).toBe('“a”\n'.repeat(3000).trim())
  expect(marks('*"a"* `"` ', 'astro')).toBe('<em>“a”</em> <code>&quot;</code> '.repeat(3000).trim())
})
