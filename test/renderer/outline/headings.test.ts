import { expect, test } from 'vitest'
import { headingAbove, outlineOf, sameOutline } from '../../../renderer/outline/headings'

const text = '---\ntitle: A\n---\n\n## One\n\nWords.\n\n### Two\n\n```\n# Code\n```\n\nThree\n-----\n'
const from = text.indexOf('\n\n##')
const outline = outlineOf(text, from)

test('headings stand as deep as they are among themselves', () =>
  expect(outline).toEqual([
    { text: 'One', line: 5, depth: 0 },
    { text: 'Two', line: 9, depth: 1 },
    { text: 'Three', line: 15, depth: 0 },
  ]))

test('a line is under the last heading above it', () => {
  expect([1, 5, 8, 9, 14, 99].map((line) => headingAbove(outline, line))).toEqual([-1, 0, 0, 1, 1, 2])
})

test('an outline is the same until a heading changes or moves', () => {
  expect(sameOutline(outline, outlineOf(text, from))).toBe(true)
  expect(sameOutline(outline, outlineOf(text.replace('Words.', 'Other words.'), from))).toBe(true)
  expect(sameOutline(outline, outlineOf(text.replace('Words.', 'Words.\n'), from))).toBe(false)
  expect(sameOutline(outline, outlineOf(text.replace('One', 'Other'), from))).toBe(false)
})

test('a post without headings has an empty outline', () => expect(outlineOf('Words.', 0)).toEqual([]))
