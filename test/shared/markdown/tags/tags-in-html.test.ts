import { expect, test } from 'vitest'
import { html } from '../../../support/markdown-options'

const eleventy = (source: string) => html(source, 'markdown-it', { dialects: ['templates'] })
const jekyll = (source: string) => html(source, 'kramdown', { anchors: false })
const hexo = (source: string) => html(source, 'marked')
const box = (source: string) =>
  expect.stringMatching(new RegExp(`<span class="dialect"[^>]*>.*${source.replace(/[{}|]/g, '\\$&')}`))

test('quotes and blanks of a tag end no attribute, in a text and on a line of its own', () => {
  for (const page of [eleventy, jekyll]) {
    expect(page('By <a href="{{ "https://a.b" | short }}">Ann</a> *x*')).toBe(
      '<p>By <a href="{{ &quot;https://a.b&quot; | short }}">Ann</a> <em>x</em></p>',
    )
    expect(page('a <b style={{ width: 3 }}>x</b>')).toMatch(/^<p>a <b[^>]*>x<\/b><\/p>$/)
    expect(page("<b title='{% if a > 1 %}x{% endif %}'>x</b>")).toMatch(/^<p><b title="[^"]*">x<\/b><\/p>$/)
  }
  expect(eleventy('<p style={{ width: 3 }}>\n*x*\n</p>')).toMatch(/^<p[^>]*>\*x\*\n<\/p>$/)
  expect(jekyll('a\n<div title="{{ "x" }}">\n*x*\n</div>')).toMatch(/^<p>a<\/p><div[^>]*>\*x\*\n<\/div>$/)
})

test('a tag in a block of HTML is a box in its text, and no word of code', () => {
  for (const page of [eleventy, jekyll, hexo]) {
    expect(page('<div>{{ name }} and {% include a.html %}</div>')).toEqual(box('{{ name }}'))
    expect(page('<div title="{{ name }}">x</div>')).toBe('<div title="{{ name }}">x</div>')
    expect(page('<pre>{{ name }}</pre>')).toMatch(
      /^<pre><span class="dialect filled-in"[^>]*><\/span><\/pre>$/,
    )
    expect(page('<div><!-- {{ name }} --></div>')).toBe('<div></div>')
    expect(page('<div><script>{{ name }}</script>x</div>')).toBe('<div>x</div>')
  }
})

test('what a tag says makes no HTML', () => {
  for (const page of [eleventy, jekyll, hexo])
    for (const source of [
      '<div>{{ "<img src=x onerror=a()>" }}</div>',
      '<a title="{{ "><img src=x onerror=a()>" }}">x</a>',
      '<b {{ x }} onclick=a() title={{ "y" onclick=a() }}>x</b>',
      '<pw-slot n="0">{{ a }}</pw-slot>',
    ])
      expect(page(source)).not.toMatch(/<img|<[^>]*\sonclick=|pw-slot/)
})

test('without tags, and where a site has none, HTML is read as before', () => {
  expect(eleventy('a <b style={ x }>x</b>')).toBe('<p>a &lt;b style={ x }&gt;x</p>')
  expect(html('a <b style={{ x }}>x</b>', 'markdown-it', { dialects: [] })).toContain(
    '&lt;b style={{ x }}&gt;',
  )
  expect(eleventy('{{ <b> }} x</b>')).toEqual(box('{{ &lt;b&gt; }}'))
})

test('a tag may stand anywhere in the address of a link', () => {
  for (const page of [eleventy, jekyll, hexo]) {
    expect(page('[m](mailto:a@b.c?subject={{ "x y" | url }}) *z*')).toMatch(
      /^<p><a href="mailto:[^"]*">m<\/a> <em>z<\/em><\/p>$/,
    )
    expect(page('[m]({{ "/a b/" | url }}c "Title")')).toMatch(/^<p><a [^>]*title="Title"[^>]*>m<\/a><\/p>$/)
    expect(page('![m](/a/{{ b }}/c.png)')).toContain('<img')
    expect(page('[m](<{{ b }}/c d>)')).toMatch(/^<p><a href="[^"<>]*">m<\/a><\/p>$/)
  }
})

test('a tag in code that goes on over lines is one empty mark', () => {
  for (const page of [eleventy, jekyll])
    expect(page('```js\na {{\n  b: 1\n}} c\n```')).toMatch(/<code[^>]*>a <span [^>]*><\/span> c\n<\/code>/)
  expect(hexo('```js\na {{\n  b: 1\n}} c\n```')).toContain('a {{\n  b: 1\n}} c')
})
