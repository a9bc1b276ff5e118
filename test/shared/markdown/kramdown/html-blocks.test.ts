import { expect, test } from 'vitest'
import { html } from '../../../support/markdown-options'

const page = (source: string) => html(source, 'kramdown', { anchors: false })

// The output of kramdown 2.4.
test.each([
  ['a tag without an end at the end of the page', '<o1 none\nwo', '<p>&lt;o1 none wo</p>'],
  ['a tag without an end, and a blank line', '<o1 none\nwo\n\nfour', '<p>&lt;o1 none wo</p><p>four</p>'],
  ['such a tag inside a paragraph', 'a\n<o1. none\nwo', '<p>a &lt;o1. none wo</p>'],
  [
    'such a tag among terms',
    '{\n<o1. none\nwo\n: three',
    '<dl><dt>{</dt><dt>&lt;o1. none</dt><dt>wo</dt><dd>three</dd></dl>',
  ],
  [
    'a value without an end',
    'a\n<div x="never>\n\nfour *a*',
    '<p>a &lt;div x=”never&gt;</p><p>four <em>a</em></p>',
  ],
  ['a comment without an end', '<!-- never\nwo\n\nfour *a*', '<p>&lt;!– never wo</p><p>four <em>a</em></p>'],
  [
    'such a comment inside a paragraph',
    'a\n<!-- never\n\nfour *a*',
    '<p>a &lt;!– never</p><p>four <em>a</em></p>',
  ],
  [
    'a tag over several lines',
    'a\n<div\n class="a"\n>*x*</div>\nb',
    '<p>a</p><div class="a">*x*</div><p>b</p>',
  ],
  [
    'a tag in the value of another',
    '<div\n title="<p>"\n>x</div>\n\nb',
    '<div title="&lt;p&gt;">x</div><p>b</p>',
  ],
  ['an element without an end', 'a\n<div>never\n\nfour *a*', '<p>a</p><div>never four *a* </div>'],
])('%s', (_name, source, expected) => {
  expect(page(source).replace(/\s+/g, ' ')).toBe(expected)
})
