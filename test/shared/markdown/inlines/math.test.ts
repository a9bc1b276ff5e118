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

test('a renderer with rules of its own keeps them', () => {
  expect(formulas('$HOME/bin:$PATH', 'astro-remark')).toEqual(['HOME/bin:'])
})
