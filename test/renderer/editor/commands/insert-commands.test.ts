import { expect, test } from 'vitest'
import {
  addressOf,
  insertFootnote,
  insertImage,
  insertLink,
  insertRule,
  insertTable,
  isAddress,
} from '../../../../renderer/editor/commands/insert-commands'
import { press } from '../../../support/editor-state'

test('a link waits for its address, or for its words when the address was selected', () => {
  expect(press(insertLink, 'see <this> page')).toBe('see [this](|) page')
  expect(press(insertLink, 'see |')).toBe('see [|]()')
  expect(press(insertLink, 'see <https://a.org/b>')).toBe('see [|](https://a.org/b)')
})

test('in a link the command selects the address', () => {
  expect(press(insertLink, 'see [th|is](https://a.org)')).toBe('see [this](<https://a.org>)')
})

test('an image takes the selection as its description', () => {
  expect(press(insertImage('x.png'), 'a <boat>')).toBe('a ![boat](x.png)|')
  expect(press(insertImage('x.png'), '|')).toBe('![|](x.png)')
})

test('an address with blanks or brackets stands between angle brackets', () => {
  expect(addressOf('my boat (1).png')).toBe('<my boat (1).png>')
  expect(addressOf('/images/boat.png')).toBe('/images/boat.png')
})

test('a table stands on lines of its own, its first heading selected', () => {
  const table = '| <Column> | Column |\n| ------ | ------ |\n|        |        |'
  expect(press(insertTable, 'text|\nmore')).toBe(`text\n\n${table}\n\nmore`)
})

test('a rule never becomes the underline of a heading', () => {
  expect(press(insertRule, 'text|')).toBe('text\n\n---\n|')
  expect(press(insertRule, 'text\n|')).toBe('text\n\n---\n|')
})

test('a footnote gets the next free number and the caret at its text', () => {
  expect(press(insertFootnote, 'one|')).toBe('one[^1]\n\n[^1]: |')
  expect(press(insertFootnote, 'one[^1] two|\n\n[^1]: a\n')).toBe('one[^1] two[^2]\n\n[^1]: a\n[^2]: |\n')
})

test('a footnote whose mark is on the last, empty line still stands apart from it', () => {
  expect(press(insertFootnote, 'one\n\n|')).toBe('one\n\n[^1]\n\n[^1]: |\n')
  expect(press(insertFootnote, '|')).toBe('[^1]\n\n[^1]: |\n')
  expect(press(insertFootnote, 'one[^1]\n\n[^1]: a\n|')).toBe('one[^1]\n\n[^1]: a\n[^2]\n\n[^2]: |\n')
  expect(press(insertFootnote, 'one|\n')).toBe('one[^1]\n\n[^1]: |\n')
})

test('what counts as an address', () => {
  expect(['https://a.org', 'mailto:a@b.org', 'www.a.org/x'].map(isAddress)).toEqual([true, true, true])
  expect(['a.org', 'https://a b', 'javascript:alert(1)', ''].map(isAddress)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
