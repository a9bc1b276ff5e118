import { expect, test } from 'vitest'
import { createCounter } from '../../../shared/base/counter'

test('counts from one, each counter for itself', () => {
  const [one, other] = [createCounter(), createCounter()]
  expect([one(), one(), other(), one()]).toEqual([1, 2, 1, 3])
})
