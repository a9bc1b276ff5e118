import { expect, test } from 'vitest'
import { cutHtml } from '../../../../shared/markdown/html/cut-html'

const cut = (html: string, most: number) => cutHtml(html, { most, maxInline: most })

test.each([
  ['<p>short</p>', 100, '<p>short</p>'],
  ['<p>one two three</p>', 12, '<p>one two</p>'],
  ['<p>one <em>two three</em> four</p>', 16, '<p>one <em>two</em></p>'],
  ['<p>one<br>two<img src="x">three</p>', 15, '<p>one<br>two</p>'],
  ['<ul>\n<li>a</li>\n<li>b</li>\n</ul>', 20, '<ul>\n<li>a</li>\n<li></li></ul>'],
  ['<p>one</p>\n<p>two three</p>', 18, '<p>one</p>\n<p>two</p>'],
  ['<p>onewordwithoutblanks</p>', 8, '<p>onewo</p>'],
  ['<p>aaaa&quot;bbbb</p>', 9, '<p>aaaa</p>'],
  ['<p>aaa😀bbb</p>', 7, '<p>aaa</p>'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 22, '<table><tr><td>a</td></tr></table>'],
])('%j cut to %j is %j', (html, most, shown) => {
  expect(cut(html, most)).toBe(shown)
})

test('what is too long for a word is cut in its middle', () => {
  expect(cut(`<p>one ${'x'.repeat(1000)}</p>`, 600)).toBe(`<p>one ${'x'.repeat(593)}</p>`)
})

test('an element of a name that nobody opened closes nothing else', () => {
  expect(cut('<p>a</x> b c d</p>', 12)).toBe('<p>a</x> b c</p>')
})

test('long HTML is cut in the time that its length takes', () => {
  const cell = '<td>b</td>\n'
  expect(cut(`<table>${cell.repeat(400_000)}</table>`, 1_000_000)).toMatch(/<td>b<\/td>\n?<\/table>$/)
  expect(cut(`<p>${'x'.repeat(8_000_000)}</p>`, 1_000_000)).toHaveLength(1_000_004)
})

test.each([
  ['<p>one two three four</p><p>x</p>', '<p>one two three</p>'],
  ['<p>one <b>two</b> <i>three four</i></p>', '<p>one <b>two</b></p>'],
  ['<ul><li>one two</li><li>one two</li></ul>', '<ul><li>one two</li><li>one two</li></ul>'],
  ['<p>one two</p>\n<p>one two</p>', '<p>one two</p>\n<p>one two</p>'],
  [
    '<pre><code>one <span>two</span>\nthree four</code></pre>',
    '<pre><code>one <span>two</span>\nthree four</code></pre>',
  ],
  [
    '<table><tr><td>a</td><td>one two three four</td></tr></table>',
    '<table><tr><td>a</td><td>one two three</td></tr></table>',
  ],
])('a text without an end is cut, not many short ones: %j', (html, shown) => {
  expect(cutHtml(html, { most: 1000, maxInline: 14 }).replace(' <i></i>', '')).toBe(shown)
})
