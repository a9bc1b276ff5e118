import { expect, test } from 'vitest'
import { html } from '../../support/markdown-options'

const hexo = (source: string) => html(source, 'marked')
const code = (source: string) => /<code[^>]*>([\s\S]*)<\/code>/.exec(hexo(source))?.[1]

// The output of Hexo 8 with hexo-renderer-marked 7.
test('code of Hexo loses the indentation of all its lines, but that of an indented block stays', () => {
  expect(code('```js\n  a\n    b\n\n  c\n```')).toBe('a\n  b\n\nc\n')
  expect(code('- x\n\n  ```js\n    q\n  ```')).toBe('q\n')
  expect(code('```\n\ta\n\t\tb\n```')).toBe('a\n\tb\n')
  expect(code('```js\na\n  b\n```')).toBe('a\n  b\n')
  expect(code('```\n   \n```')).toBe('   \n')
  expect(code('      a\n')).toBe('  a\n')
  expect(html('```js\n  a\n```', 'goldmark')).toContain('>  a\n</code>')
})

test('what looks like a tag is not part of a heading’s id', () => {
  expect(hexo('### `<Activity>` a')).toContain('<h3 id="a">')
  expect(hexo('## <b>x</b> `a<b>` c')).toContain('<h2 id="x-a-c">')
  expect(hexo('## a < b > c')).toContain('<h2 id="a-b-c">')
  expect(html('### `<Activity>` a', 'vitepress')).toContain('id="activity-a"')
})

test('a line of HTML that is not indented ends a list', () => {
  expect(hexo('- **a**\n<small>\nb\n</small>')).toBe('<ul><li><strong>a</strong></li></ul><small>b\n</small>')
  expect(hexo('1. a\n<b>x</b> y')).toBe('<ol><li>a</li></ol><p><b>x</b> y</p>')
  expect(hexo('- a\n  <b>x</b>')).toBe('<ul><li>a<br /><b>x</b></li></ul>')
  expect(hexo('- a\n<3 you')).toContain('<li>a<br>&lt;3 you</li>')
  expect(html('- a\n<b>x</b>', 'commonmark')).toContain('<li>a\n<b>x</b></li>')
})

test('a fence inside of HTML is code, and blank lines in it do not end the HTML', () => {
  const details = hexo('<details>\n<summary>S</summary>\n```js\na\n\nb\n```\n*x*\n</details>\n\n*y*')
  expect(details).toContain('<code class="language-js">a\n\nb\n</code>')
  expect(details).toContain('*x*\n</details><p><em>y</em></p>')
  expect(code('<div>\n  ~~~\n  a\n    b\n  ~~~\n</div>')).toBe('a\n  b\n')
  expect(code('<span>\n````\n```\n````\n</span>')).toBe('```\n')
  expect(hexo('> <div>\n> ```\n> a\n> ```\n> </div>\n\nb')).toContain(
    '</code></pre></div></blockquote><p>b</p>',
  )
  expect(hexo('- <div>\n  ```\n  a\n  ```\n  </div>\n- b')).toContain('</code></pre></div></li><li>')
  expect(hexo('<div>\n```\na\n```\n\n- x\n\n</div>')).toContain('</pre><ul><li>x</li></ul></div>')
  expect(code('<div>\n```js\na\n\nb')).toBe('a\n\nb') // not closed
  expect(code('<div>```js\na\n```</div>')).toBeUndefined()
  expect(code('<!--\n```\na\n```\n-->')).toBeUndefined()
  expect(html('<div>\n```\na\n```\n</div>', 'commonmark')).not.toContain('<code')
})
