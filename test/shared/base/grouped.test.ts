import { expect, test } from 'vitest'
import { grouped } from '../../../shared/base/grouped'

test('items are grouped by their key, groups and items in order', () => {
  const groups = grouped(['bee', 'ant', 'bear', 'ox', 'ape'], (name) => name.charAt(0))
  expect([...groups]).toEqual([
    ['b', ['bee', 'bear']],
    ['a', ['ant', 'ape']],
    ['o', ['ox']],
  ])
})

test('a key may be any value, and items any iterable', () => {
  const groups = grouped(new Set([1, 2, 3]), (n) => (n > 1 ? null : undefined))
  expect(groups.get(null)).toEqual([2, 3])
  expect(groups.get(undefined)).toEqual([1])
  expect(grouped([], String).size).toBe(0)
})
