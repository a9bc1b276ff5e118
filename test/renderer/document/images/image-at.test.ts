import { expect, test } from 'vitest'
import { imageAt } from '../../../../renderer/document/images/image-at'

test.each([
  ['![a](x.png)', 3, 'x.png'],
  ['![a](<my photo.png> "t")', 8, 'my photo.png'],
  ['text <img alt="a" src="/x.png"> text', 20, '/x.png'],
  ['![a](x.png) and ![b](y.png)', 20, 'y.png'],
  ['![a](x.png) and ![b](y.png)', 13, null],
  ['[a](x.png)', 3, null],
  ['', 0, null],
  ['![](<boat at night (1) ü.jpg>)', 8, 'boat at night (1) ü.jpg'],
  ['![a](pic(1).png)', 8, 'pic(1).png'],
  ['![a](my pic (1).png "t")', 8, 'my pic (1).png'],
  ['![a [b] c](x.png)', 3, 'x.png'],
  ['![a \\] c](x\\_1.png)', 3, 'x_1.png'],
  ["![a](x.png 'a (title)')", 3, 'x.png'],
  ['![a](x.png (title))', 3, 'x.png'],
  ['![a](x.png =100x200)', 3, 'x.png'],
  ['![a](<a#1%.png>)', 3, 'a#1%.png'],
  ['[![a](x.png)](y.html)', 4, 'x.png'],
  ["<img alt='a > b' src=x.png>", 3, 'x.png'],
  ['<img data-src="l.png" alt="x">', 3, null],
  ['!['.repeat(2000), 10, null],
])('%j at %i means %j', (line, at, reference) => {
  expect(imageAt(line, at)?.reference ?? null).toBe(reference)
})

test.each([
  ['a ![a](<b (1).png>) c', '![a](<b (1).png>)'],
  ['a ![a](b(1).png "t") c', '![a](b(1).png "t")'],
  ['a ![a](b.png){width=50%} c', '![a](b.png){width=50%}'],
  ['a ![a [b]](c.png) d', '![a [b]](c.png)'],
  ['a <img src="b.png" alt="1 > 0"> c', '<img src="b.png" alt="1 > 0">'],
])('the whole source of the image in %j is %j', (line, whole) => {
  const found = imageAt(line, 4)
  expect(found && line.slice(found.from, found.to)).toBe(whole)
})

test.each(['![a]('.repeat(900), `![${'[a]'.repeat(1500)}`, '<img '.repeat(900), `![a](${'a '.repeat(2400)}`])(
  'a line made to be slow is not: %#',
  (line) => {
    expect(imageAt(line, 1)).toBeNull()
  },
)
