import { expect, test } from 'vitest'
import { createReader } from '../../../../renderer/live/reading/read-piece'
import type { MarkdownFeatures } from '../../../../shared/markdown/options/features'
import { featuresOf } from '../../../../shared/markdown/options/presets'

const none = { references: {}, footnotes: new Set<string>() }

/** The hidden parts of a text without a selection, in order, each with its replacement after `→`. */
const hidden = (source: string, features: Partial<MarkdownFeatures> = {}, labels = none): string[] =>
  createReader({ ...featuresOf('everything'), ...features })(source, labels)
    .flatMap((mark) => {
      if (mark.kind === 'markup') return [{ from: mark.from, text: source.slice(mark.from, mark.to) }]
      if (mark.kind !== 'swap') return []
      return [{ from: mark.from, text: `${source.slice(mark.from, mark.to)} → ${mark.stand.kind}` }]
    })
    .sort((a, b) => a.from - b.from)
    .map(({ text }) => text)

/** The classes of words. */
const styles = (source: string, features: Partial<MarkdownFeatures> = {}, labels = none): string[] =>
  createReader({ ...featuresOf('everything'), ...features })(source, labels).flatMap((mark) =>
    mark.kind === 'style' ? [`${mark.className}: ${source.slice(mark.from, mark.to)}`] : [],
  )

test('marks of emphasis are found at their places, inside each other too', () => {
  expect(hidden('a **b _c_** d')).toEqual(['**', '_', '_', '**'])
  expect(styles('a **b _c_** d')).toEqual(['live-em: c', 'live-strong: b _c_'])
  expect(hidden('***both***')).toEqual(['*', '**', '**', '*'])
  expect(hidden('not * a * mark, snake_case_too')).toEqual([])
})

test('what is struck is what the site strikes', () => {
  expect(styles('~~x~~')).toEqual(['live-s: x'])
  expect(styles('~~x~~', { strikethrough: false, subscript: false })).toEqual([])
  expect(styles('~x~', { subscript: true })).toEqual(['live-sub: x'])
  expect(hidden('~x~', { subscript: false })).toEqual([])
  expect(styles('==x==', { mark: true })).toEqual(['live-mark: x'])
  expect(styles('==x==', { mark: false })).toEqual([])
})

test('a link shows its words, however its address is written', () => {
  expect(hidden('see [the *page*](https://e.org "T").')).toEqual(['[', '*', '*', '](https://e.org "T")'])
  expect(hidden('<https://e.org>')).toEqual(['<', '>'])
  const labels = { references: { REF: { href: 'x' } }, footnotes: new Set<string>() }
  expect(hidden('[words][ref] [ref] [other]', {}, labels)).toEqual(['[', '][ref]', '[', ']'])
  expect(styles('see https://e.org/a, or not', { autolinks: true })).toEqual(['live-link: https://e.org/a'])
  expect(styles('`https://e.org/a`', { autolinks: true })).toEqual(['live-code-words: https://e.org/a'])
})

test('an image alone in its paragraph is drawn beside its source, which comes over it; among words it takes its place', () => {
  const marks = (source: string) =>
    createReader(featuresOf('everything'))(source, none).flatMap((mark) => {
      if (mark.kind === 'markup') return [`${mark.stands}: ${source.slice(mark.from, mark.to)}`]
      if (mark.kind === 'beside' || mark.kind === 'swap') return [`${mark.kind}: ${mark.stand.kind}`]
      return []
    })
  expect(marks('![A *b*](c.png "T")')).toEqual(['beside: image', 'over: ![A *b*](c.png "T")'])
  expect(marks('![](c.png)')).toEqual(['beside: image', 'over: ![](c.png)'])
  expect(marks('a ![b](c.png)')).toEqual(['swap: image'])
  expect(marks('- ![b](c.png)')).toEqual(expect.arrayContaining(['beside: image', 'over: ![b](c.png)']))
})

test('lines keep their places inside quotes and lists', () => {
  expect(hidden('> a **b**\n> c `d`\nlazy *e*')).toEqual(['> ', '**', '**', '> ', '`', '`', '*', '*'])
  expect(styles('- one\n  - *two*')).toContain('live-em: two')
  expect(styles('1. > **a**\n   > **b**')).toEqual(
    expect.arrayContaining(['live-strong: a', 'live-strong: b']),
  )
})

test('headings hang their signs and hide those at their ends', () => {
  expect(hidden('## A *b* ##')).toEqual(['## ', '*', '*', ' ##'])
  expect(hidden('Setext *one*\n====')).toEqual(['*', '*'])
})

test('boxes, notes, formulas, tags and emoji are swapped for what they mean', () => {
  expect(hidden('- [ ] open\n- [x] *done*')).toEqual(['[ ]  → task', '[x]  → task', '*', '*'])
  expect(hidden('- [ ] open', { taskLists: false })).toEqual([])
  expect(hidden('Text[^1] and[^2].', {}, { ...none, footnotes: new Set(['1']) })).toEqual(['[^1] → note'])
  expect(hidden('a $x^2$ b')).toEqual(['$x^2$ → formula'])
  expect(hidden('a $x^2$ b', { math: false })).toEqual([])
  expect(hidden('{{< figure src="a.png" >}}')).toEqual(['{{< figure src="a.png" >}} → chip'])
  expect(hidden(':smile: :no-such-name: `:smile:`')).toEqual([':smile: → text', '`', '`'])
  expect(hidden('&amp; \\*')).toEqual(['&amp; → text', '\\'])
})

test('a label of a footnote is the same in any case where the site reads it so', () => {
  const labels = { ...none, footnotes: new Set(['Note']) }
  const notes = (grammar: MarkdownFeatures['grammar']) => hidden('a[^note] b[^Note]', { grammar }, labels)
  expect(notes('remark')).toEqual(['[^note] → note', '[^Note] → note'])
  expect(notes('satteri')).toEqual(['[^note] → note', '[^Note] → note'])
  expect(notes('goldmark')).toEqual(['[^Note] → note'])
})

test('a link to a post by its name stands for its title, one with words for these', () => {
  const read = createReader(featuresOf('marked'))
  const stands = (source: string) =>
    read(source, none).flatMap((mark) => (mark.kind === 'swap' ? [mark.stand] : []))
  expect(stands('See {% post_link my-post %}.')).toEqual([{ kind: 'post', name: 'my-post' }])
  expect(stands('{% post_link sub/my-post#part %}')).toEqual([{ kind: 'post', name: 'sub/my-post' }])
  expect(stands('a {% post_link my-post Own words %}')).toEqual([
    { kind: 'text', text: 'Own words', className: 'live-link' },
  ])
  expect(stands('[words]({% post_path my-post %})')).toEqual([])
})

test('cells of a table hide their pipes and keep their words', () => {
  const source = '| a \\| b | `c` |\n| --- | :-: |\n| **d** | |'
  const cells = createReader(featuresOf('github'))(source, none).flatMap((mark) =>
    mark.kind === 'cell' ? [source.slice(mark.from, mark.to)] : [],
  )
  expect(cells).toEqual(['| a \\| b ', '| `c` |', '| --- ', '| :-: |', '| **d** ', '| |'])
  expect(styles(source)).toEqual(expect.arrayContaining(['live-code-words: c', 'live-strong: d']))
})

test('a chip says the name and the parameters', () => {
  const [mark] = createReader(featuresOf('goldmark'))('{{< figure src="a b.png" width=3 >}}', none).filter(
    ({ kind }) => kind === 'swap',
  )
  expect(mark).toMatchObject({
    stand: { label: 'shortcode', name: 'figure', detail: 'src: a b.png width: 3' },
  })
})

test('the box of a task is named after its words', () => {
  const names = (source: string) =>
    createReader(featuresOf('everything'))(source, none).flatMap((mark) =>
      mark.kind === 'swap' && mark.stand.kind === 'task' ? [mark.stand.name] : [],
    )
  expect(names('- [ ] Buy *milk* and `eggs`\n- [x] see [the page](x.md)\n  on two lines')).toEqual([
    'Buy milk and eggs',
    'see the page on two lines',
  ])
  expect(names(`1. [ ] ${'word '.repeat(60)}end`)).toEqual([`${'word '.repeat(30).trim()}…`])
  expect(names('> - [ ] مهمة')).toEqual(['مهمة'])
})

test('an alert shows its name in place of its mark, and its words where they are', () => {
  const alert = (way: MarkdownFeatures['alerts'], source: string) => ({
    hidden: hidden(source, { alerts: way }),
    styles: styles(source, { alerts: way }),
  })
  expect(alert(true, '> [!NOTE]\n> Mind **this**\n')).toEqual({
    hidden: ['> ', '[!NOTE] → text', '> ', '**', '**'],
    styles: ['live-strong: this'],
  })
  expect(alert('titled', '> [!TIP] My *own*\n> *a*\n> **b**').styles).toEqual([
    'live-em: a',
    'live-strong: b',
  ])
  expect(alert('callouts', '> [!bug]- Folded\n> *a*').hidden).toEqual([
    '> ',
    '[!bug]- Folded → text',
    '> ',
    '*',
    '*',
  ])
  expect(alert(true, '> [!NOTE]\n>\n> *a*').hidden).toContain('[!NOTE] → text')
  expect(alert(true, '> [!NOTE]\n> ').hidden).not.toContain('[!NOTE] → text')
  expect(alert(false, '> [!NOTE]\n> *a*').hidden).not.toContain('[!NOTE] → text')
})

test('each level of a quote has a bar at its own indent', () => {
  const bars = (source: string): string[] =>
    createReader(featuresOf('everything'))(source, none).flatMap((mark) =>
      mark.kind === 'line'
        ? [[...mark.className.matchAll(/live-bar-(\d)/g)].map(([, level]) => level).join('')]
        : [],
    )
  expect(bars('> a\n> > b\n> c')).toEqual(['0', '01', '01']) // the last line is lazy
  expect(bars('> a\n>\n> > b\n> > > c')).toEqual(['0', '0', '01', '012'])
  expect(bars('- a\n  > b')).toEqual(['', '1'])
  expect(bars('> - a\n>   > b')).toEqual(['0', '02'])
  expect(bars('> [!NOTE]\n> a')).toEqual(['0', '0'])
})
