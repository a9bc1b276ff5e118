import { expect, test } from 'vitest'
import { trimChange } from '../../../../renderer/document/state/text-changes'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { fc } from '../../../support/properties'

test.each([
  ['a letter in the middle', 'abcdef', 'abcxdef', { from: 13, to: 13, insert: 'x' }],
  ['one that repeats its neighbour', 'aaa', 'aaaa', { from: 13, to: 13, insert: 'a' }],
  ['nothing', 'same', 'same', { from: 14, to: 14, insert: '' }],
  ['all of it', 'abc', 'xyz', { from: 10, to: 13, insert: 'xyz' }],
  ['one half of a pair', '\u{1f600}', '\u{1f601}', { from: 11, to: 12, insert: '\ude01' }],
])('what stays is left out of a change: %s', (_what, before, insert, expected) => {
  expect(trimChange({ from: 10, to: 10 + before.length, insert }, before)).toEqual(expected)
})

test('a trimmed change does the same, and neither starts nor ends with what is there', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 40 })
  fc.assert(
    fc.property(text, text, (before, insert) => {
      const change = trimChange({ from: 0, to: before.length, insert }, before)
      expect(applyTextChanges(before, [change])).toBe(insert)
      const replaced = before.slice(change.from, change.to)
      if (replaced !== '' && change.insert !== '') {
        expect(replaced[0]).not.toBe(change.insert[0])
        expect(replaced.at(-1)).not.toBe(change.insert.at(-1))
      }
    }),
    { numRuns: 1_000 },
  )
})
