import { expect, test } from 'vitest'
import { lastResult } from '../../../shared/base/last-result'

test('the same key gets the same value, another one a new value', () => {
  const of = lastResult((name: string) => ({ name }))
  const first = of('a')
  expect(of('a')).toBe(first)
  expect(of('b')).toEqual({ name: 'b' })
  expect(of('a')).not.toBe(first)
})

test('a key may be undefined, and two may be the same though they are not identical', () => {
  expect(lastResult(String)(undefined)).toBe('undefined')
  const of = lastResult(
    (size: { readonly width: number }) => ({ size }),
    (now, before) => now.width === before.width,
  )
  expect(of({ width: 1 })).toBe(of({ width: 1 }))
})
