import { expect, test } from 'vitest'
import { once } from '../../../shared/base/once'

test.each([1, null, undefined, ''])(
  'work that comes to %s is done when it is first asked for, and once',
  (result) => {
    let calls = 0
    const ask = once(() => {
      calls += 1
      return result
    })
    expect(calls).toBe(0)
    expect([ask(), ask(), ask(), calls]).toEqual([result, result, result, 1])
  },
)
