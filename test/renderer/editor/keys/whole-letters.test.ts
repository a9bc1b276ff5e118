import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { wholeLetters } from '../../../../renderer/editor/keys/whole-letters'

const without = (text: string, part: string, userEvent = 'input.type.compose', insert = ''): string => {
  const from = text.indexOf(part)
  const state = EditorState.create({ doc: text, extensions: wholeLetters })
  return state.update({ changes: { from, to: from + part.length, insert }, userEvent }).state.doc.toString()
}

test('a code point that is deleted takes its grapheme along', () => {
  expect(without('a👩‍👩‍👧b', '👩')).toBe('ab')
  expect(without('cafe\u0301 x', 'e')).toBe('caf x')
  expect(without('👍🏽!', '👍')).toBe('!')
  expect(without('🇩🇪🇫🇷', '🇩')).toBe('🇫🇷')
})

test('whole graphemes, replacements and the edits of others stay as they are', () => {
  expect(without('abc', 'b')).toBe('ac')
  expect(without('one\ntwo', 'one\n')).toBe('two')
  expect(without('cafe\u0301', 'e', 'input.type.compose', 'a')).toBe('cafa\u0301')
  expect(without('cafe\u0301', 'e', 'delete')).toBe('caf\u0301')
})
