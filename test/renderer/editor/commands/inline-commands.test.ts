import { expect, test } from 'vitest'
import {
  toggleBold,
  toggleInlineCode,
  toggleItalic,
  toggleStrikethrough,
} from '../../../../renderer/editor/commands/inline-commands'
import { press } from '../../../support/editor-state'

test('bold wraps the selection', () => {
  expect(press(toggleBold, 'a <word> here')).toBe('a **<word>** here')
})

test('bold again unwraps it', () => {
  expect(press(toggleBold, 'a **<word>** here')).toBe('a <word> here')
})

test('bold unwraps a selection that takes the marks with it', () => {
  expect(press(toggleBold, 'a <**word**> here')).toBe('a <word> here')
})

test('bold takes the word at the caret', () => {
  expect(press(toggleBold, 'a wo|rd here')).toBe('a **wo|rd** here')
})

test('bold at no word writes both marks around the caret, and takes them away again', () => {
  expect(press(toggleBold, 'a |')).toBe('a **|**')
  expect(press(toggleBold, 'a **|**')).toBe('a |')
})

test('blanks at the ends of a selection stay outside the marks', () => {
  expect(press(toggleBold, 'a< word >here')).toBe('a **<word>** here')
})

test('a selection over several lines is marked line by line, without their marks', () => {
  expect(press(toggleBold, '<- one\n- two\n\n1. three>')).toBe('- **<one**\n- **two**\n\n1. **three>**')
})

test('bold over a part that is bold already makes one bold', () => {
  expect(press(toggleBold, '<one **two** three>')).toBe('**<one two three>**')
})

test('bold inside italic leaves the italic alone', () => {
  expect(press(toggleBold, 'an _<inner>_ word')).toBe('an _**<inner>**_ word')
})

test('italic undoes stars and underscores alike', () => {
  expect(press(toggleItalic, 'a <word> here')).toBe('a _<word>_ here')
  expect(press(toggleItalic, 'a *<word>* here')).toBe('a <word> here')
})

test('strikethrough and code', () => {
  expect(press(toggleStrikethrough, 'a <word> here')).toBe('a ~~<word>~~ here')
  expect(press(toggleStrikethrough, 'a ~~wo|rd~~ here')).toBe('a wo|rd here')
  expect(press(toggleInlineCode, 'a <word> here')).toBe('a `<word>` here')
  expect(press(toggleInlineCode, 'a `wo|rd` here')).toBe('a wo|rd here')
})
