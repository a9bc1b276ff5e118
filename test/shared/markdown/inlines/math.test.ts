import { expect, test } from 'vitest'
import type { MarkdownPreset } from '../../../../shared/markdown/options/features'
import { createMarkdown } from '../../../../shared/markdown/pipeline'
import { markdownOptions } from '../../../support/markdown-options'

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
