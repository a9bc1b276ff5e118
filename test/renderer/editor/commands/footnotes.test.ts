import { expect, test } from 'vitest'
import { jumpFootnote } from '../../../../renderer/editor/commands/footnotes'
import { press } from '../../../support/editor-state'

test('a footnote is reached from its mark, and its mark from the footnote', () => {
  expect(press(jumpFootnote, 'a[^x|] b\n\n[^x]: the note')).toBe('a[^x] b\n\n[^x]: |the note')
  expect(press(jumpFootnote, 'a[^x] b\n\n[^x]: the no|te')).toBe('a[^x]| b\n\n[^x]: the note')
  expect(press(jumpFootnote, 'a[^2] [^1|]\n\n[^1]: one\n[^2]: two')).toBe(
    'a[^2] [^1]\n\n[^1]: |one\n[^2]: two',
  )
})

test('a mark without a note, and words without a mark, lead nowhere', () => {
  expect(press(jumpFootnote, 'a[^x|] b')).toBe('a[^x|] b')
  expect(press(jumpFootnote, 'a[^x] b|\n\n[^x]: note')).toBe('a[^x] b|\n\n[^x]: note')
})
