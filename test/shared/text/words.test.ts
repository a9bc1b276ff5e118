import { expect, test } from 'vitest'
import { readingMinutes, wordsOf, wordsOfLine } from '../../../shared/text/words'

test('a link counts by its words, an image by its description', () => {
  expect(wordsOfLine('see [this page](https://example.org/a-long/address "a title") now')).toBe(4)
  expect(wordsOfLine('![two words](a.png)[three](b)')).toBe(3)
  expect(wordsOfLine('an unclosed [link](to nowhere')).toBe(5)
  expect(wordsOf('one\ntwo <https://example.org> three')).toBe(3)
})

test('a line of links without an end is counted while one waits', () => {
  expect(wordsOfLine('[a](<b'.repeat(40_000))).toBe(80_000)
  expect(wordsOfLine('[a](b '.repeat(40_000))).toBe(80_000)
})

test('a post with any words takes a minute at least', () => {
  expect([0, 1, 230, 600].map((words) => readingMinutes(words, 230))).toEqual([0, 1, 1, 3])
})

test('tags, footnote marks and entities are no words, and a number is one', () => {
  expect(wordsOfLine('a <b class="x y">bold</b> word<br>')).toBe(3)
  expect(wordsOfLine('{{< card title="x y" >}} text {% include a.html b="c" %}')).toBe(1)
  expect(wordsOfLine('note[^long-name] here&nbsp;and &amp;')).toBe(3)
  expect(wordsOfLine('1,000 of 3.14, or 2')).toBe(5)
  expect(wordsOfLine('if a < b and c > d {x}')).toBe(7)
  expect(wordsOfLine('<a'.repeat(20_000))).toBe(20_000)
  expect(wordsOfLine('{{a'.repeat(20_000))).toBe(20_000)
  expect(wordsOfLine('[^a'.repeat(20_000))).toBe(20_000)
})
