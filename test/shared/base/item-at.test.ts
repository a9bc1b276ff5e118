import { expect, test } from 'vitest'
import { itemAt } from '../../../shared/base/item-at'

test('answers the item, whatever it is', () => {
  expect(itemAt(['a', 'b'], 1)).toBe('b')
  expect(itemAt([0, ''], 0)).toBe(0)
  expect(itemAt([null], 0)).toBeNull()
  expect(itemAt(new Uint8Array([7]), 0)).toBe(7)
  expect(itemAt(/(b)c/.exec('abc') ?? [], 1)).toBe('b')
})

test.each([-1, 2, 0.5, Number.NaN])('%s is no index of two items', (index) => {
  expect(() => itemAt(['a', 'b'], index)).toThrow(new RangeError(`No item at ${index} of 2`))
})

test('a group that took no part in a match is not there', () => {
  expect(() => itemAt(/a(b)?/.exec('a') ?? [], 1)).toThrow(RangeError)
})
