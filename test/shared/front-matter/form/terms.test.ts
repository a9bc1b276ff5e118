import { expect, test } from 'vitest'
import { termsIn } from '../../../../shared/front-matter/form/terms'

test.each([
  ['one, two, three', ['one', 'two', 'three']],
  ['one\ntwo\r\n\nthree\n', ['one', 'two', 'three']],
  ['- one\n- "two"\n', ['one', 'two']],
  ["[one, 'two words']", ['one', 'two words']],
  ['one;two', ['one', 'two']],
  ['海、空，山', ['海', '空', '山']],
  ['one', ['one']],
  ['two words', ['two words']],
  [' , ,', []],
])('%j', (pasted, terms) => expect(termsIn(pasted)).toEqual(terms))
