import { describe, expect, test } from 'vitest'
import { editDistance } from '../../../shared/text/edit-distance'
import { fc } from '../../support/properties'

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['image', 'image', 0],
    ['image', 'imag', 1],
    ['imag', 'image', 1],
    ['image', 'imagé', 1],
    ['iamge', 'image', 1], // two letters swapped
    ['imaeg', 'image', 1],
    ['iamgex', 'image', 2],
    ['ca', 'abc', 3], // optimal string alignment edits no part twice
    ['kitten', 'sitting', 3],
  ])('%s and %s: %i', (one, other, steps) => {
    expect(editDistance(one, other, 5)).toBe(steps)
    expect(editDistance(other, one, 5)).toBe(steps)
  })

  test('says just that it is more than the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3)
    expect(editDistance('kitten', 'a completely different word', 2)).toBe(3)
    expect(editDistance('a', 'b', 0)).toBe(1)
    expect(editDistance('a', 'a', 0)).toBe(0)
  })

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })

  test('a limit changes nothing below it', () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (one, other, limit) => {
        expect(editDistance(one, other, limit)).toBe(Math.min(editDistance(one, other, 20), limit + 1))
      }),
    )
  })
})
