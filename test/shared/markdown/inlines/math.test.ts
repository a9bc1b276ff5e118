import { expect, test } from 'vitest'
import type { MarkdownFeatures, MarkdownPreset } from '../../../../shared/markdown/options/features'
import { createMarkdown } from '../../../../shared/markdown/pipeline'
import { html, markdownOptions } from '../../../support/markdown-options'

const formulas = (text: string, preset: MarkdownPreset = 'everything'): readonly string[] =>
  createMarkdown(markdownOptions(preset, { math: true }))
    .parseInline(text, {})
    .flatMap(({ children }) => children ?? [])
    .flatMap(({ type, content }) => (type.startsWith('math_inline') ? [content] : []))

test.each([
  'export PATH=$HOME/bin:$PATH',
  '$HOME:$PATH',
  'PATH=$PATH:$(pwd)/bin',
  `$PWD/$${'{NAME}'}`,
  'echo $A-$B and $C.$d',
  'US$5 and US$6',
  'a$b$c',
  'It costs $5 or $10.',
  '$HOME/bin:\\$PATH',
  'only one $ here',
])('%s is text', (text) => {
  expect(formulas(text)).toEqual([])
})

test.each([
  ['$x$', ['x']],
  ['so $a+b$, and ($c$).', ['a+b', 'c']],
  ['the $n$-th, $\\alpha$’s, **$x_1$**', ['n', '\\alpha', 'x_1']],
  ['$HOME/bin:$PATH, and then $y$', ['y']],
  ['$a\\$b$ ends', ['a\\$b']],
])('%s has formulas', (text, expected) => {
  expect(formulas(text)).toEqual(expected)
})

// The output of remark-math 6.
test.each([
  ['$HOME/bin:$PATH', ['HOME/bin:']],
  ['Costs $5 and $6.', ['5 and ']],
  ['a $$c$$ b', ['c']],
  ['$ a $ and $ $', ['a', ' ']],
  ['$a\nb$', ['a\nb']],
  ['\\$5 and $6 $7', ['6 ']],
  ['$a `b$ c`', ['a `b']],
  ['`$a$` and a$b$c', ['b']],
  ['$a \\$ b$', ['a \\']],
  ['$a$$b$ and $$ $c$ $$', ['a$$b', '$c$']],
  ['*$a*b$* [$c$](d) $$e$ $f', ['a*b', 'c', ' ']],
  ['$a', []],
])('%s has the formulas of remark-math', (text, expected) => {
  for (const preset of ['astro-remark', 'react-markdown', 'gatsby', 'mdx', 'docusaurus'] as const)
    expect(formulas(text, preset)).toEqual(expected)
})

test.each([
  ['$$\na\n$$', ['a\n']],
  ['x\n$$\na\n\nb\n$$\ny', ['a\n\nb\n']],
  ['$$a\nb\n$$', ['b\n']],
  ['$$$\n$$\n$$$', ['$$\n']],
  ['- $$\n  a\n  $$\n- b', ['a\n']],
  ['> $$\n> a\n\nb', ['a\n']],
  ['$$\na', ['a']],
  ['$$a$$', []],
])('%s has the blocks of remark-math', (text, expected) => {
  const tokens = createMarkdown(markdownOptions('gatsby', { math: true })).parse(text, {})
  expect(tokens.flatMap(({ type, content }) => (type === 'math_block' ? [content] : []))).toEqual(expected)
})

const goldmark = (text: string, ...mathDelimiters: MarkdownFeatures['mathDelimiters']): string =>
  html(text, 'goldmark', { math: true, mathDelimiters }).replaceAll('\n', ' ').trim()
const source = (tex: string) => `<math>I:${tex}</math>`
const display = (tex: string, tag = 'p') => `<${tag} class="math-block"><math>D:${tex}</math></${tag}>`

test.each([
  ['It costs $5 and $6.', '<p>It costs $5 and $6.</p>'],
  ['An \\(x_1\\) and *\\(y\\)*', `<p>An ${source('x_1')} and <em>${source('y')}</em></p>`],
  ['$$ a $$', display(' a ')],
  ['\\[ a\nb \\]', display(' a b ')],
  ['**$$a$$**', `<p><strong>${display('a', 'span')}</strong></p>`],
  ['so $$a$$ is', `<p>so ${display('a', 'span')} is</p>`],
  ['\\[a\\] \\[b\\]', `${display('a')} ${display('b')}`],
  ['open \\(x and \\[y', '<p>open (x and [y</p>'],
  ['`\\(x\\)` and \\\\(x)', '<p><code>\\(x\\)</code> and \\(x)</p>'],
  ['a $$ b', '<p>a $$ b</p>'],
])('with the delimiters that Hugo proposes, %s', (text, expected) => {
  expect(goldmark(text, '$$', '\\(', '\\[').replaceAll(/ (?=<p class)|(?<=<\/p>) +/g, ' ')).toBe(expected)
})

test('only configured delimiters begin a formula', () => {
  expect(goldmark('$x$ and \\(y\\)', '$', '$$')).toBe(`<p>${source('x')} and (y)</p>`)
  expect(goldmark('$$x$$', '\\(')).toBe('<p>$$x$$</p>')
  const remark = { math: true, mathDelimiters: ['$$'] } as const
  expect(html('$5 and $$x$$ for $6', 'astro-remark', remark)).toBe(`<p>$5 and ${source('x')} for $6</p>`)
  expect(html('$$\nx\n$$', 'astro-remark', remark)).toContain('math-block')
})
