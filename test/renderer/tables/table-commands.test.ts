import type { EditorState, StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import { enterInTable, nextCell, previousCell, tableCommands } from '../../../renderer/tables/table-commands'
import { readTable, widthOf, writeTable } from '../../../shared/tables/table-text'
import { stateOf } from '../../support/editor-state'
import { fc } from '../../support/properties'

/** The text after a command with the caret at `^`, or a selection between two, marked in the same way. */
const press = (command: StateCommand, marked: string): string => {
  const at = marked.indexOf('^')
  let state = stateOf('').update({ changes: { from: 0, insert: marked.replace('^', '') } }).state
  state = state.update({ selection: { anchor: at } }).state
  command({ state, dispatch: (transaction) => (state = transaction.state) })
  return markedText(state)
}

const markedText = ({ doc, selection: { main } }: EditorState): string => {
  const text = doc.toString()
  const words = main.empty ? '' : `${text.slice(main.from, main.to)}^`
  return `${text.slice(0, main.from)}^${words}${text.slice(main.to)}`
}

const table = (at: string) => `| a | b |\n| - | - |\n| 1 | 2 |\n`.replace(at, `${at}^`)

test('Tab goes by cells, past the ruler, and adds a row behind the last one', () => {
  expect(press(nextCell, table('a'))).toBe('| a | ^b^ |\n| - | - |\n| 1 | 2 |\n')
  expect(press(nextCell, table('b'))).toBe('| a | b |\n| - | - |\n| ^1^ | 2 |\n')
  expect(press(nextCell, table('2'))).toBe('| a | b |\n| - | - |\n| 1 | 2 |\n| ^  |   |\n')
  expect(press(previousCell, table('1'))).toBe('| a | ^b^ |\n| - | - |\n| 1 | 2 |\n')
  expect(press(previousCell, table('a'))).toBe('| a^ | b |\n| - | - |\n| 1 | 2 |\n')
  expect(press(nextCell, 'no ^table')).toBe('no ^table')
})

test('Enter adds a row below selected words, and leaves them', () => {
  const after = (text: string) => {
    let state = stateOf('').update({ changes: { from: 0, insert: text } }).state
    state = state.update({ selection: { anchor: text.indexOf('1'), head: text.indexOf('1') + 1 } }).state
    const isHandled = enterInTable({ state, dispatch: (transaction) => (state = transaction.state) })
    return isHandled && markedText(state)
  }
  expect(after('| a | b |\n| - | - |\n| 1 | 2 |\n')).toBe('| a | b |\n| - | - |\n| 1 | 2 |\n| ^  |   |\n')
  expect(after('words 1')).toBe(false)
})

test('Enter adds a row, and ends the table in an empty one', () => {
  expect(press(enterInTable, table('a'))).toBe('| a | b |\n| - | - |\n| ^  |   |\n| 1 | 2 |\n')
  expect(press(enterInTable, table('1'))).toBe('| a | b |\n| - | - |\n| 1 | 2 |\n| ^  |   |\n')
  expect(press(enterInTable, '| a | b |\n| - | - |\n| ^  |   |\n')).toBe('| a | b |\n| - | - |\n\n^\n')
})

test('rows and columns come, go and move; other bytes stay as they were', () => {
  expect(press(tableCommands['table-column-after'], table('a'))).toBe(
    '| a | ^ | b |\n| - | --- | - |\n| 1 |  | 2 |\n',
  )
  expect(press(tableCommands['table-column-remove'], table('1'))).toBe('| b |\n| - |\n| 2^ |\n')
  expect(press(tableCommands['table-column-right'], table('1'))).toBe('| b | a |\n| - | - |\n| 2 | 1^ |\n')
  expect(press(tableCommands['table-row-remove'], table('1'))).toBe('| a^ | b |\n| - | - |\n')
  expect(press(tableCommands['table-row-up'], `${table('')}| 3 | 4^ |\n`.replace('^', ''))).toContain(
    '| 1 | 2 |',
  )
  expect(press(tableCommands['table-row-up'], '| a |\n| - |\n| 1 |\n| 2^ |')).toBe(
    '| a |\n| - |\n| 2^ |\n| 1 |',
  )
  expect(press(tableCommands['table-row-remove'], table('a'))).toBe(table('a'))
})

test('cells with pipes, code and links keep them, tables without outer pipes stay without', () => {
  const odd = 'x \\| y | `a \\| b`^\n--|--\n[l](<a b>) | **c**\n'
  expect(press(tableCommands['table-column-left'], odd)).toBe(
    ' `a \\| b`^|x \\| y \n--|--\n **c**|[l](<a b>) \n',
  )
  expect(press(tableCommands['table-column-remove'], odd)).toBe('|x \\| y^ |\n|--|\n|[l](<a b>) |\n')
})

test('a column is aligned in the row below the head alone', () => {
  expect(press(tableCommands['table-align-right'], table('2'))).toBe('| a | b |\n| - | --: |\n| 1 | 2^ |\n')
  expect(press(tableCommands['table-align-center'], table('a'))).toContain('| :-: | - |')
  expect(press(tableCommands['table-align-none'], '| a^ |\n| :---: |\n| 1 |')).toBe(
    '| a^ |\n| ----- |\n| 1 |',
  )
})

test('rows are sorted by the column of the caret, numbers by value and empty cells last', () => {
  const rows = '| n^ |\n| - |\n| 10 |\n|  |\n| 9 |\n| **b** |\n| a |'
  expect(press(tableCommands['table-sort-up'], rows)).toBe(
    '| n^ |\n| - |\n| 9 |\n| 10 |\n| a |\n| **b** |\n|  |',
  )
  expect(press(tableCommands['table-sort-down'], rows)).toBe(
    '| n^ |\n| - |\n| **b** |\n| a |\n| 10 |\n| 9 |\n|  |',
  )
})

test('formatted pipes stand below each other, with wide signs too', () => {
  expect(press(tableCommands['table-format'], 'a^ | 日本\n--|-:\n😀 | 1')).toBe(
    '| a^   | 日本 |\n| --- | ---: |\n| 😀  |    1 |',
  )
  expect(widthOf('日本')).toBe(4)
  expect(widthOf('é👩‍👩‍👧')).toBe(3)
})

test('tables in quotes and lists keep what stands before them', () => {
  expect(press(tableCommands['table-row-below'], '> | a | b |\n> | - | - |\n> | 1^ | 2 |')).toBe(
    '> | a | b |\n> | - | - |\n> | 1 | 2 |\n> | ^  |   |',
  )
  expect(press(nextCell, '- | a | b |\n  | - | - |\n  | 1 | 2^ |')).toBe(
    '- | a | b |\n  | - | - |\n  | 1 | 2 |\n  | ^  |   |',
  )
})

test('what is read of a table writes the same lines', () => {
  const cell = fc.constantFrom('a', ' a ', '', '  ', '\\|', '`x`', '日', '- ')
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      fc.boolean(),
      (rows, isOpen) => {
        const lines = rows.map((cells) => (isOpen ? `|${cells.join('|')}|` : `x${cells.join('|')}x`))
        expect(writeTable(readTable(lines, []))).toEqual(lines)
      },
    ),
  )
})
