import { expect, test } from 'vitest'
import { html } from '../../../support/markdown-options'

const page = (source: string) => html(source, 'kramdown').replace(/\n/g, '')

// The output of kramdown 2.4.
test('the address of a definition may contain blanks', () => {
  expect(page('[a]: two words "T"\n\n[a]')).toBe('<p><a title="T" href="two words">a</a></p>')
  expect(page('[b]: /b (t)\n\n[b]')).toBe('<p><a href="/b (t)">b</a></p>')
  expect(page('[Note]: this is a sentence.\n\nx')).toBe('<p>x</p>')
  expect(page('[c]: <x y> z\n\n[c]')).toBe('<p><a href="&lt;x y&gt; z">c</a></p>')
  expect(page("[l]: <m> 'n'\n\n[l]")).toBe('<p><a title="n" href="m">l</a></p>')
  expect(page("[k]: /k\n  'T k'\n\n[k]")).toBe('<p><a title="T k" href="/k">k</a></p>')
  expect(page('- [g]: a b\n- [g]')).toBe('<ul><li></li><li><a href="a b">g</a></li></ul>')
})

test('a quotation in it that does not end the line makes it none', () => {
  expect(page('[d]: /u "t" x\n\n[d]')).toBe('<p>[d]: /u “t” x</p><p>[d]</p>')
  expect(page('[e]: /u "t\n\n[e]')).toContain('<p>[e]: /u “t</p>')
  expect(page('[f]:\n\nx')).toBe('<p>[f]:</p><p>x</p>')
})

test('a label of a footnote has letters and dashes only; a bracket before ^ begins no link', () => {
  expect(page('[^a.b]: /x\n\ntext [^a.b] [^c](d)')).toBe('<p>text [^a.b] [^c](d)</p>')
  expect(page('x[^a-b]\n\n[^a-b]: Note')).toContain('<li id="fn1"><p>Note')
})
