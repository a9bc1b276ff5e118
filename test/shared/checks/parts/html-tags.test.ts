import { expect, test } from 'vitest'
import { htmlTags } from '../../../../shared/checks/parts/html-tags'

const namesIn = (html: string) => htmlTags(html, 0).map(({ name }) => name)

test('a tag ends where its braces and quotes let it', () => {
  expect(namesIn('<a b={x > y}>')).toEqual(['a'])
  expect(namesIn('<a b="x > y" c={ {d: 1} }><b/>')).toEqual(['a', 'b'])
  expect(namesIn('<a b={x > <b>')).toEqual(['a', 'b'])
  expect(namesIn('<!-- <a> --><b>')).toEqual(['b'])
})

// Each of these once took quadratic or exponential time.
test.each([
  ['braces', `<a ${'{}'.repeat(5_000)}`],
  ['open braces', `<a ${'{'.repeat(20_000)}`],
  ['a long name', `<${'a'.repeat(100_000)}`],
  ['openings', '<a'.repeat(100_000)],
  ['quotes', `<a ${'"'.repeat(100_001)}`],
])('a tag without an end is none, however long: %s', (_, html) => {
  expect(namesIn(html)).toEqual([])
})
