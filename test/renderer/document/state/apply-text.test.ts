import { expect, test } from 'vitest'
import { changesBetween } from '../../../../renderer/document/state/apply-text'
import { trimChange } from '../../../../renderer/document/state/text-changes'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { fc } from '../../../support/properties'

test('a text from outside comes as the few changes that make it', () => {
  expect(changesBetween('one two three', 'one 2 three')).toEqual([{ from: 4, to: 7, insert: '2' }])
  expect(changesBetween('same', 'same')).toEqual([])
})

test('a change is trimmed to what differs', () => {
  expect(trimChange({ from: 10, to: 16, insert: '"abXd"' }, '"abcd"')).toEqual({
    from: 13,
    to: 14,
    insert: 'X',
  })
  expect(trimChange({ from: 0, to: 2, insert: 'aaa' }, 'aa')).toEqual({ from: 2, to: 2, insert: 'a' })
})

test('changes and trimmed changes give exactly the other text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '\udcff'), maxLength: 20 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyTextChanges(before, changesBetween(before, after))).toBe(after)
      const trimmed = trimChange({ from: 0, to: before.length, insert: after }, before)
      expect(applyTextChanges(before, [trimmed])).toBe(after)
    }),
    { numRuns: 500 },
  )
})
