import { expect, test } from 'vitest'
import { deleteGrapheme } from '../../../../renderer/editor/typing/delete-grapheme'
import { press } from '../../../support/editor-state'

test('Backspace takes a sign that readers see as one', () => {
  expect(press(deleteGrapheme, 'a 👨‍👩‍👧‍👦| b')).toBe('a | b')
  expect(press(deleteGrapheme, '👩🏽‍🚀|')).toBe('|')
  expect(press(deleteGrapheme, 'cafe\u0301|')).toBe('caf|')
  expect(press(deleteGrapheme, '🇩🇪🇫🇷|')).toBe('🇩🇪|')
})

test('what is one sign in any case, and scripts that are written sign by sign, are left to the usual key', () => {
  expect(press(deleteGrapheme, 'ab|')).toBe('ab|')
  expect(press(deleteGrapheme, 'कि|')).toBe('कि|')
  expect(press(deleteGrapheme, '<😀>')).toBe('<😀>')
})
