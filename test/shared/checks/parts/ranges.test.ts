import { expect, test } from 'vitest'
import { rangesBetween } from '../../../../shared/checks/parts/ranges'

test.each([
  ['a <!-- b --> c', [2, 12]],
  ['<!--a--><!--b-->', [0, 8, 8, 16]],
  ['<!-- a <!-- b --> c -->', [0, 17]],
  ['<!-- a', []],
  ['a --> <!-- b --> <!-- c', [6, 16]],
  ['<!-->', []],
  ['', []],
])('comments of %j are at %j', (text, ranges) => {
  expect(rangesBetween(text, '<!--', '-->')).toEqual(ranges)
})
