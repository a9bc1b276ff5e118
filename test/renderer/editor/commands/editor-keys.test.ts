import { foldCode, unfoldCode } from '@codemirror/language'
import { expect, test } from 'vitest'
import { foldCommandOf } from '../../../../renderer/editor/commands/editor-keys'

const key = (code: string, held: string) => ({
  code,
  ctrlKey: held.includes('ctrl'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
  metaKey: held.includes('meta'),
})

test('the place of a key folds, whatever the layout prints there', () => {
  expect(foldCommandOf(key('BracketLeft', 'ctrl shift'), false)).toBe(foldCode)
  expect(foldCommandOf(key('BracketRight', 'ctrl shift'), false)).toBe(unfoldCode)
  expect(foldCommandOf(key('BracketLeft', 'meta alt'), true)).toBe(foldCode)
  expect(foldCommandOf(key('BracketRight', 'meta alt'), true)).toBe(unfoldCode)
})

test.each([
  ['what AltGr types', 'Digit8', 'ctrl alt'],
  ['a bracket with AltGr', 'BracketLeft', 'ctrl alt'],
  ['a bracket with all three', 'BracketLeft', 'ctrl shift alt'],
  ['a bracket alone', 'BracketLeft', ''],
  ['an indentation', 'BracketRight', 'ctrl'],
  ['another key', 'KeyP', 'ctrl shift'],
])('%s folds nothing', (_, code, held) => {
  expect(foldCommandOf(key(code, held), false)).toBeUndefined()
})

test('Control and Shift fold nothing on macOS, nor Command and Option elsewhere', () => {
  expect(foldCommandOf(key('BracketLeft', 'ctrl shift'), true)).toBeUndefined()
  expect(foldCommandOf(key('BracketLeft', 'meta alt'), false)).toBeUndefined()
})
