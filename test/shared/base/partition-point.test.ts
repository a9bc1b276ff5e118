import { expect, test } from 'vitest'
import { partitionPoint } from '../../../shared/base/partition-point'
import { fc } from '../../support/properties'

test('is the count of what comes first, in any order of any length', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), fc.nat({ max: 20 }), (values, limit) => {
      const sorted = values.toSorted((a, b) => a - b)
      const found = partitionPoint(sorted.length, (at) => (sorted[at] ?? 0) < limit)
      expect(found).toBe(sorted.filter((value) => value < limit).length)
    }),
  )
})

test('asks nothing of an empty list', () => {
  expect(partitionPoint(0, () => expect.unreachable())).toBe(0)
})
