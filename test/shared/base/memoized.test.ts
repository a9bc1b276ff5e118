import { expect, test, vi } from 'vitest'
import { memoized } from '../../../shared/base/memoized'

test('a value is made once for a key', () => {
  const make = vi.fn((key: string) => ({ key }))
  const get = memoized(10, make)
  expect(get('a')).toBe(get('a'))
  expect(get('b')).toEqual({ key: 'b' })
  expect(make.mock.calls).toEqual([['a'], ['b']])
})

test('falsy values are kept too', () => {
  const make = vi.fn(() => '')
  const get = memoized<string>(10, make)
  get('a')
  get('a')
  expect(make).toHaveBeenCalledTimes(1)
})

test('of more than the limit, the least recently used is made again', () => {
  const make = vi.fn((key: string) => key)
  const get = memoized(2, make)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key)
  expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b'])
})
