import type { StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import {
  toggleBold,
  toggleInlineCode,
  toggleItalic,
  toggleStrikethrough,
} from '../../../../renderer/editor/commands/inline-commands'
import { press, stateOf } from '../../../support/editor-state'

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

/** Runs a command on a text in which two `^` mark the selection, as pipes are part of it. */
const inTable = (command: StateCommand, marked: string): string => {
  let state = stateOf('').update({ changes: { from: 0, insert: marked.replaceAll('^', '') } }).state
  const [anchor = 0, head = 0] = [...marked.matchAll(/\^/g)].map(({ index }, number) => index - number)
  state = state.update({ selection: { anchor, head } }).state
  command({ state, dispatch: (transaction) => (state = transaction.state) })
  const { from, to } = state.selection.main
  return `${state.sliceDoc(0, from)}^${state.sliceDoc(from, to)}^${state.sliceDoc(to)}`
}

test('in a table the words of each cell are marked, never the pipes', () => {
  const ruler = '\n| - | - |\n'
  expect(inTable(toggleBold, `| ^a | b^ |${ruler}| c | d |`)).toBe(`| **^a** | **b^** |${ruler}| c | d |`)
  expect(inTable(toggleBold, `| a | ^b b |${ruler}| c | d^ |`)).toBe(
    `| a | **^b b** |${ruler}| **c** | **d^** |`,
  )
  expect(inTable(toggleInlineCode, `| a | b |${ruler}| ^c |  ^|`)).toBe(`| a | b |${ruler}| \`^c^\` |  |`)
  expect(inTable(toggleItalic, `^a | b^\n--- | ---\nc | d`)).toBe(`_^a_ | _b^_\n--- | ---\nc | d`)
  expect(inTable(toggleBold, `> | ^a | b \\| c^ |\n> | - | - |`)).toBe(
    `> | **^a** | **b \\| c^** |\n> | - | - |`,
  )
  expect(inTable(toggleBold, `words ^with | a pipe^`)).toBe(`words **^with | a pipe^**`)
})

test('marks that all selected lines or cells have are removed', () => {
  expect(inTable(toggleBold, `| ^**a** | **b**^ |\n| - | - |`)).toBe(`| ^a | b^ |\n| - | - |`)
  expect(inTable(toggleBold, '- ^**a**\n- **b**^')).toBe('- ^a\n- b^')
  expect(inTable(toggleBold, '- ^**a**\n- b^')).toBe('- **^a**\n- **b^**')
})
