import { describe, expect, test } from 'vitest'
import type { Mark } from '../../../../renderer/live/reading/marks'
import { createReader } from '../../../../renderer/live/reading/read-piece'
import type { MarkdownFeatures } from '../../../../shared/markdown/options/features'
import { featuresOf } from '../../../../shared/markdown/options/presets'

const labels = { references: {}, footnotes: new Set(['1']) }

const inWords = (source: string, mark: Mark): string => {
  const text = 'from' in mark ? `${mark.from} ${JSON.stringify(source.slice(mark.from, mark.to))}` : mark.at
  if (mark.kind === 'line' || mark.kind === 'style' || mark.kind === 'cell')
    return `${mark.kind} ${text} ${mark.className.trim()}`
  return mark.kind === 'swap' || mark.kind === 'beside'
    ? `${mark.kind} ${text} ${mark.stand.kind}`
    : `${mark.kind} ${text}`
}

const read = (preset: 'kramdown' | 'github', source: string, features: Partial<MarkdownFeatures> = {}) =>
  createReader({ ...featuresOf(preset), ...features })(source, labels)
    .map((mark) => inWords(source, mark))
    .sort()

const hidden = (source: string, features?: Partial<MarkdownFeatures>) =>
  createReader({ ...featuresOf('kramdown'), ...features })(source, labels)
    .flatMap((mark) => (mark.kind === 'markup' ? [source.slice(mark.from, mark.to)] : []))
    .filter((text) => text.trim() !== '')

describe('what kramdown and GFM write alike is drawn alike', () => {
  test.each([
    'a _em_ b',
    'a **bold** b',
    'say "CASE _expression_" and **more**',
    '*a **b** c*',
    '__a _b_ c__ *d*',
    'a *b*\nc *d*',
    'a `c` [l *m*](u) ![i](x.png) b',
    '# H',
    '## A *b* "c"',
    '###### A ##',
    'Setext *one*\n====',
    'Setext two\n---',
    '> ## H\n> a **b**\n> c',
    '- *x* "y"\n- ## two',
    '1. one\n2. two\n   - three **x**',
    '| a *b* | x |\n| --- | :-: |\n| "c" **d** | `e` |\n| f | *g* |',
    '> | a | b |\n> | --- | --- |\n> | *c* | d |',
    '```js\nlet a\n```',
    '~~~~\nx\n~~~~',
    '- a\n\n  ```sh\n  b\n  ```',
    '    code\n    more',
    '---',
    'a[^1] b\n\n[^1]: note *x*',
  ])('%j', (source) => {
    expect(read('kramdown', source)).toEqual(read('github', source))
  })
})

test('a table without a head, with several rulers and with a foot', () => {
  const rows = (source: string) =>
    read('kramdown', source)
      .filter((mark) => mark.startsWith('line'))
      .map((mark) => mark.replace(/^line /, ''))
  expect(rows('| a | b |\n| c | *d* |')).toEqual(['0 live-row', '10 live-row'])
  expect(hidden('| a | b |\n| c | *d* |').filter((text) => text.includes('*'))).toEqual(['*', '*'])
  expect(rows('|---|---|\n| a | b |\n|---|---|\n| c | d |\n|===|===|\n| e | f |')).toEqual([
    '0 live-table-ruler',
    '10 live-row live-row-head',
    '20 live-table-ruler',
    '30 live-row',
    '40 live-table-ruler',
    '50 live-row',
  ])
})

test('formulas are drawn where the site draws them', () => {
  const drawn = (source: string, math: boolean) =>
    read('kramdown', source, { math }).filter((mark) => mark.endsWith('formula'))
  expect(drawn('a $$x^2$$ b', true)).toEqual(['swap 2 "$$x^2$$" formula'])
  expect(drawn('a $$x^2$$ b', false)).toEqual([])
  expect(drawn('$$\nx^2\n$$', true)).toEqual(['beside 9 formula'])
  expect(drawn('$$x^2$$', true)).toEqual(['beside 7 formula'])
  expect(drawn('$$\nx^2\n$$', false)).toEqual([])
})

test('signs that are no marks stay', () => {
  expect(hidden('snake_case_too and 2 * 3 * 4')).toEqual([])
  expect(hidden('a \\*b\\*')).toEqual(['\\', '\\'])
  expect(read('kramdown', '#no heading')).toEqual([])
  expect(hidden('{% highlight js %}\nlet a = b*c*d\n{% endhighlight %}')).not.toContain('*')
})

test('formulas of Goldmark are drawn between the delimiters of the site', () => {
  const features = { ...featuresOf('goldmark'), math: true, mathDelimiters: ['$$', '\\('] } as const
  const drawn = (source: string) =>
    createReader(features)(source, labels)
      .map((mark) => inWords(source, mark))
      .filter((mark) => mark.endsWith('formula'))
  expect(drawn('a \\(x\\) for $5 and $6')).toEqual(['swap 2 "\\\\(x\\\\)" formula'])
  expect(drawn('$$x$$')).toHaveLength(1)
  expect(drawn('\\[x\\]')).toEqual([])
})
