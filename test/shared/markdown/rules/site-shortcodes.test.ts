import { expect, test } from 'vitest'
import { html } from '../../../support/markdown-options'

const shortcodes = {
  notice: '<div class="notice {{ type }}">{{ 0 }}</div>',
  icon: '**{{ name }}**',
  evil: '<img src="x" onerror="alert(1)"><script>alert(2)</script><a href="javascript:x">{{ 0 }}</a>',
}
const page = (source: string) => html(source, 'goldmark', { shortcodes })

test('a shortcode of the site shows what its template says', () => {
  expect(page('{{< notice type="tip" >}}')).toBe('<div class="notice tip"></div>')
  expect(page('{{< notice "Be *kind*" >}}')).toBe('<div class="notice ">Be *kind*</div>')
  expect(page('An {{< icon name="star" >}} here')).toBe('<p>An <strong>star</strong> here</p>')
  expect(html('{% notice "a" %}', 'kramdown', { shortcodes })).toBe('<div class="notice ">a</div>')
})

test('what it is given cannot become markup, and its template is as harmless as a post', () => {
  expect(page('{{< notice "<b onclick=x>" >}}')).toContain('&lt;b onclick=x&gt;')
  const evil = page('{{< evil "click" >}}')
  expect(evil).not.toMatch(/onerror|script|javascript/)
  expect(evil).toContain('click')
})

test('other shortcodes stand in their box', () => {
  expect(page('{{< other >}}')).toContain('class="dialect"')
})

const pairs = {
  box: '<div class="{{ 0 }}">{{ inner | markdown }}</div>',
  raw: '<aside>{{ inner }}</aside>',
  big: '**{{ inner }}**',
}
const paired = (source: string) => html(source, 'goldmark', { shortcodes: pairs })

test('what stands between a tag and its partner is put into the template', () => {
  expect(paired('{{< box tip >}}\n# One\n\n- two\n{{< /box >}}\n\nAfter')).toMatch(
    /^<div class="tip"><h1[^>]*>One<\/h1><ul><li>two<\/li><\/ul><\/div><p>After<\/p>$/,
  )
  expect(paired('{{% box tip %}}\nJust *one*\n{{% /box %}}')).toBe('<div class="tip">Just <em>one</em></div>')
  expect(paired('{{< raw >}}*a* <b>b</b>{{< /raw >}}')).toBe('<aside>*a* <b>b</b></aside>')
  expect(paired('An {{< big >}}apple{{< /big >}} here')).toBe('<p>An <strong>apple</strong> here</p>')
  expect(html('{% raw2 %}\n*a*\n{% endraw2 %}', 'kramdown', { shortcodes: { raw2: pairs.raw } })).toBe(
    '<aside>*a*</aside>',
  )
  expect(paired('{{< box a >}}{{< raw >}}b{{< /raw >}}{{< /box >}}')).toContain('<aside>b</aside>')
})

const written = {
  steps: '1. {{ 0 }}\n2. {{ 1 }}',
  quote: '> {{ inner }}\n>\n> — *{{ by }}*',
  head: '## {{ 0 }}\n\nText',
  table: '| a | b |\n|---|---|\n| {{ 0 }} | {{ 1 }} |',
  code: '```js\n{{ 0 }}\n```',
  again: '- {{< again >}}{{< again >}}\n- {{< steps a b >}}',
  html: '\n  <div class="x">{{ 0 }}</div>\n',
  evil: '- <script>x</script>\n- [{{ 0 }}](javascript:alert(1))',
}

test.each([
  ['{{< steps "Mix" "Bake & eat" >}}', /^<ol><li>Mix<\/li><li>Bake &amp; eat<\/li><\/ol>$/],
  [
    '{{< quote by="Ann" >}}Be *kind*{{< /quote >}}',
    /^<blockquote><p>Be <em>kind<\/em><\/p><p>— <em>Ann<\/em><\/p><\/blockquote>$/,
  ],
  ['{{< head "A" >}}\n\nAfter', /^<h2[^>]*>A<\/h2><p>Text<\/p><p>After<\/p>$/],
  ['{{< table x y >}}', /<td>x<\/td><td>y<\/td>/],
  ['{{< code "let a" >}}', /^<pre><code class="language-js">/],
  [
    '{{< again >}}',
    /^<ul><li>\{\{&lt; again &gt;\}\}\{\{&lt; again &gt;\}\}<\/li><li>\{\{&lt; steps a b &gt;\}\}<\/li><\/ul>$/,
  ],
  ['{{< html "z" >}}', /^<div class="x">z<\/div>$/],
  ['- one\n- {{< steps a b >}}', /<li>one<\/li>/],
])('%s: a template of several lines of markdown', (source, expected) => {
  expect(html(source, 'goldmark', { shortcodes: written }).replaceAll('\n', '')).toMatch(expected)
})

test('a template of several lines is as harmless as a post', () => {
  expect(html('{{< evil "<b onclick=x>" >}}', 'everything', { shortcodes: written })).not.toMatch(
    /<script|href="javascript|<b /,
  )
})

test('the content is as harmless as a post, and a tag that closes itself has none', () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)><pw-slot n="0"></pw-slot>'
  expect(paired(`{{< raw >}}${evil}{{< /raw >}}`)).not.toMatch(/script|onerror|pw-slot/)
  expect(paired(`{{< box >}}${evil}{{< /box >}}`)).not.toMatch(/<script|<img[^>]*onerror|<pw-slot/)
  expect(paired('{{< box a />}}\n\nAfter')).toContain('<p>After</p>')
})

const liquid = (source: string) => html(source, 'kramdown', { shortcodes: pairs })

test('a pair stands in lists and quotes of kramdown as elsewhere', () => {
  expect(liquid('- {% box a %}\n  *x*\n  {% endbox %}\n- two')).toBe(
    '<ul><li><div class="a"><em>x</em></div></li><li>two</li></ul>',
  )
  expect(liquid('- one\n\n  {% box a %}\n  # X\n\n  - y\n  {% endbox %}\n\nAfter')).toMatch(
    /^<ul><li><p>one<\/p><div class="a"><h1[^>]*>X<\/h1><ul><li>y<\/li><\/ul><\/div><\/li><\/ul><p>After<\/p>$/,
  )
  expect(liquid('> {% raw2 %}\n> a\n> {% endraw2 %}')).toContain('class="dialect"')
  expect(liquid('> {% box a %}\n> *x*\n> {% endbox %}\n> after')).toBe(
    '<blockquote><div class="a"><em>x</em></div><p>after</p></blockquote>',
  )
  expect(liquid('- {% big %}x{% endbig %} words')).toBe('<ul><li><strong>x</strong> words</li></ul>')
})

test('pairs of one name stand in each other', () => {
  expect(paired('{{< box a >}}\n{{< box b >}}\nx\n{{< /box >}}\n{{< /box >}}\n\nAfter')).toBe(
    '<div class="a"><div class="b">x</div></div><p>After</p>',
  )
  expect(paired('{{< box a >}}{{< box b />}}x{{< /box >}}')).toMatch(/^<div class="a">.*x<\/div>$/)
  expect(liquid('{% box a %}\n{%- box b -%}\nx\n{%- endbox -%}\n{% endbox %}\n\nAfter')).toBe(
    '<div class="a"><div class="b">x</div></div><p>After</p>',
  )
  expect(paired('{{< box a >}}{{< boxes >}}x{{< /box >}} {{< /boxes >}}')).toContain('x</div>')
  expect(html('{% raw %}{% raw %}{% endraw %}*a*', 'kramdown')).toBe('<p>{% raw %}<em>a</em></p>')
  expect(html('{% raw %}{{ a }}{%endraw-%}*a*', 'kramdown')).toBe('<p>{{ a }}<em>a</em></p>')
})

test('each picture and shortcode of a paragraph of tags is shown, and other tags share a box', () => {
  const two = html('{{< figure src="a.png" >}}\n{{< figure src="b.png" >}}', 'goldmark')
  expect(two.match(/<figure>/g)).toHaveLength(2)
  expect(two).toContain('b.png')
  expect(page('{{< notice "a" >}} {{< notice "b" >}}')).toBe(
    '<div class="notice ">a</div><div class="notice ">b</div>',
  )
  expect(page('{{< other >}}\n{{< more >}}').match(/class="dialect"/g)).toHaveLength(1)
})
