import { expect, test } from 'vitest'
import { withoutWord, withWord, wordsInList } from '../../../shared/spelling/own-words'

test.each([
  ['', 'a\n'],
  ['b\n', 'b\na\n'],
  ['b', 'b\na\n'],
  ['# ours\r\nb\r\n', '# ours\r\nb\r\na\r\n'],
  ['\ufeffb\n\n', '\ufeffb\n\na\n'],
  ['a\n', 'a\n'],
])('%j with a word more is %j', (before, after) => expect(withWord(before, 'a')).toBe(after))

test.each([
  ['a\n', ''],
  ['# a\nb\n a \nc', '# a\nb\nc'],
  ['b\r\na\r\nc\r\n', 'b\r\nc\r\n'],
  ['ab\n', 'ab\n'],
])('%j without the word is %j', (before, after) => expect(withoutWord(before, 'a')).toBe(after))

test('lines that say something and blank ones are no words', () =>
  expect(wordsInList('\ufeff# x\n\n one \r\ntwo\rthree')).toEqual(['one', 'two', 'three']))
