import { expect, test } from 'vitest'
import { foldText, foldWithOffsets } from '../../../shared/text/fold-text'
import { fc } from '../../support/properties'

test.each([
  ['Café', 'cafe'],
  ['cafe\u0301', 'cafe'],
  ['ÜBER', 'uber'],
  ['Ёлка', 'елка'],
  ['ブログ', 'ブログ'],
  ['フ\u3099ロク\u3099', 'ブログ'],
  ['は\u309aん', 'ぱん'],
  ['it’s', "it's"],
  ['‘a’ “b”', '\'a\' "b"'],
  ['\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
  ['🚀 Go', '🚀 go'],
])('%s is looked for as %s', (text, folded) => expect(foldText(text)).toBe(folded))

test('a place in the folded text is found again in the original', () => {
  const text = 'un cafe\u0301 noir'
  const folded = foldWithOffsets(text)
  const at = folded.text.indexOf('noir')
  expect(text.slice(folded.at(at))).toBe('noir')
  expect(text.slice(folded.at(folded.text.indexOf('cafe')), folded.at(folded.text.indexOf('cafe') + 4))).toBe(
    'cafe\u0301',
  )
})

test('every folded text keeps its ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = foldWithOffsets(text)
      expect(folded.at(folded.text.length)).toBe(text.length)
      if (folded.text !== '') expect(folded.at(0)).toBe(0)
    }),
  )
})
