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
  expect(hidden('Setext *one*\n====')).toEqual(['*', '*', '===='])
  expect(hidden('> Setext\n> ---')).toEqual(['> ', '> ', '---'])
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

/** The classes and indents of lines, by line. */
const lines = (source: string, features: Partial<MarkdownFeatures> = {}, labels = none): string[] =>
  createReader({ ...featuresOf('everything'), ...features })(source, labels).flatMap((mark) =>
    mark.kind === 'line'
      ? [`${source.slice(0, mark.at).split('\n').length}: ${mark.className} ${mark.indent}`]
      : [],
  )

test('a footnote keeps its further paragraphs, lists and quotes, indented and not as code', () => {
  const labels = { ...none, footnotes: new Set(['a']) }
  const note = '[^a]: One\n  goes on\n\n    Two *x*\n    three\n\n    - four'
  expect(lines(note, {}, labels)).toEqual([
    '1: live-note-line 0',
    '2: live-note-line 0',
    '3: live-note-line 0',
    '4: live-note-line 1',
    '5: live-note-line 1',
    '6: live-note-line 1',
    '7: live-note-line live-item 2',
  ])
  expect(hidden(note, {}, labels)).toEqual(['  ', '    ', '*', '*', '    ', '    '])
  expect(lines('[^a]: One\n\n        code', {}, labels)).toContain(
    '3: live-note-line live-code live-code-first live-code-last 1',
  )
  expect(lines('[^a]: One\n\n    Two', { footnotes: false })).toContain(
    '3: live-code live-code-first live-code-last 0',
  )
})

test('a definition is indented below its term where the site has definition lists', () => {
  const list = 'Term *a*\n: Meaning\n: Other\n  goes on'
  expect(lines(list, { definitionLists: true })).toEqual([
    '1: live-term 0',
    '2: live-hung 1',
    '3: live-hung 1',
    '4:  1',
  ])
  expect(hidden(list, { definitionLists: true })).toEqual(['*', '*', ': ', ': ', '  '])
  expect(lines(list, { definitionLists: false })).toEqual([])
})

test('link definitions step back, as the page does not show them', () => {
  expect(lines('[a]: https://e.org\n[b]: <x y> "T"')).toEqual([
    '1: live-definition live-definition-first 0',
    '2: live-definition live-definition-last 0',
  ])
  expect(lines('[a] is no definition')).toEqual([])
})

test('lines of MDX that the page does not show are source', () => {
  const esm = 'import A from "../a"\nexport const b = 1'
  const drawn = ['1: live-html-block live-html-block-first 0', '2: live-html-block live-html-block-last 0']
  expect(lines(esm, featuresOf('mdx'))).toEqual(drawn)
  expect(lines(esm, featuresOf('github'))).toEqual([])
  expect(lines('{/* a comment */}', featuresOf('mdx'))).toHaveLength(1)
})

test('tags of HTML in the words are hidden where their content is drawn as on the page', () => {
  expect(hidden('<kbd>Ctrl</kbd>+<kbd>K</kbd>')).toEqual(['<kbd>', '</kbd>', '<kbd>', '</kbd>'])
  expect(styles('H<sub>2</sub>O <MARK class="x">*m*</mark>')).toEqual(
    expect.arrayContaining(['live-sub: 2', 'live-mark: *m*', 'live-em: m']),
  )
  expect(styles('<a href="x">words</a> <code>a</code>')).toEqual(['live-link: words', 'live-code-words: a'])
  expect(hidden('<b><i>x</i></b>')).toEqual(['<b>', '<i>', '</i>', '</b>'])
})

test('tags of HTML that are alone, unknown or of a component stay in sight', () => {
  for (const words of [
    'a<br>b',
    '<b>open',
    'closed</b>',
    '<iframe>x</iframe>',
    '<b/>x',
    '<x-y>a</x-y>',
    '`<b>` `</b>`',
  ])
    expect(
      hidden(words).filter((part) => part.includes('<')),
      words,
    ).toEqual([])
  expect(styles('<b>open')).toEqual(['live-html: <b>'])
  expect(hidden('<i>a <b>c</i> d</b>')).toEqual(['<i>', '</i>']) // crossed
})

test('a cell knows its longest word, without what is hidden', () => {
  const source = '| one two | [link](https://example.org/long) |\n| - | - |\n| **bolder** | 日本語の文 a |'
  const widths = createReader(featuresOf('github'))(source, none).flatMap((mark) =>
    mark.kind === 'cell' && mark.className !== '' ? [[mark.widestWord, mark.columns]] : [],
  )
  expect(widths).toEqual([
    [3, 2],
    [4, 2],
    [6, 2],
    [1, 2],
  ])
})
