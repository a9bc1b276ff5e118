import {
  deleteCharBackward,
  deleteCharForward,
  deleteGroupBackward,
  deleteGroupForward,
  insertNewlineAndIndent,
} from '@codemirror/commands'
import type { TransactionSpec } from '@codemirror/state'
import type { Command, EditorView } from '@codemirror/view'
import { expect, test } from 'vitest'
import { isDrawn } from '../../../renderer/document/state/drawn-text'
import { keepCells } from '../../../renderer/tables/keep-cells'
import { pasteInCell } from '../../../renderer/tables/paste-in-cell'
import { stateOf } from '../../support/editor-state'

/** The text after an edit of a selection between two `^`, or at one; carets are marked the same way. */
const edited = (marked: string, edit: Command | string, userEvent = 'input.type', drawn = true): string => {
  const at = [...marked.matchAll(/\^/g)].map(({ index }, number) => index - number)
  const [anchor = 0, head = anchor] = at
  let state = stateOf('', [isDrawn.of(drawn), keepCells, pasteInCell]).update({
    changes: { from: 0, insert: marked.replaceAll('^', '') },
  }).state
  state = state.update({ selection: { anchor, head } }).state
  const send = (spec: TransactionSpec) => {
    state = state.update(spec).state
  }
  if (typeof edit === 'string') send({ ...state.replaceSelection(edit), userEvent })
  else edit({ state, dispatch: send } as unknown as EditorView) // these commands use nothing else of the view
  const text = state.doc.toString()
  return `${text.slice(0, state.selection.main.head)}^${text.slice(state.selection.main.head)}`
}

const table = '| a one | b |\n| - | - |\n| c two | d |\n| e | f |\n'

test('a selection across cells is emptied, and the pipes stay', () => {
  expect(edited(table.replace('c two', 'c ^two').replace('d |', 'd^ |'), deleteCharBackward)).toBe(
    table.replace('c two | d', 'c ^ | '),
  )
  expect(edited(table.replace('two', '^two').replace('| e', '| e^'), deleteCharForward)).toBe(
    table.replace('two | d |\n| e', '^ |  |\n| '),
  )
  expect(edited(table.replace('one', '^one').replace('two', 't^wo'), 'x')).toBe(
    table.replace('one | b |', 'x^ |  |').replace('c two', 'wo'),
  )
  expect(edited(table.replace(' d', ' ^d').replace('| e', '^| e'), '')).toBe(table.replace(' d |', ' ^ |'))
})

test('a caret deletes in its own cell only', () => {
  expect(edited(table.replace('c two', '^c two'), deleteGroupBackward)).toBe(table.replace('c two', '^c two'))
  expect(edited(table.replace('c two', 'c two^'), deleteGroupForward)).toBe(table.replace('c two', 'c two^'))
  expect(edited(table.replace('c two', 'c two^'), deleteGroupBackward)).toBe(table.replace('c two', 'c ^'))
})

test('text outside of a table is joined to no row', () => {
  const text = `Above words\n\n${table}\nBelow\n`
  expect(edited(text.replace('words', '^words').replace('two', 't^wo'), deleteCharBackward)).toBe(
    text.replace('words', '^').replace('a one | b', ' | ').replace('c two', 'wo'),
  )
  expect(edited(text.replace('| e', '| ^e').replace('Below', 'Be^low'), deleteCharBackward)).toBe(
    text.replace('e | f', '^ | ').replace('Below', 'low'),
  )
})

test('a whole table, a row by the command for lines, and text without a table go as asked', () => {
  const text = `Above\n\n${table}\nBelow\n`
  expect(edited(text.replace('| a', '^| a').replace('f |', 'f |^'), deleteCharBackward)).toBe(
    'Above\n\n^\n\nBelow\n',
  )
  expect(edited(text.replace('ove', '^ove').replace('Bel', 'Bel^'), deleteCharBackward)).toBe('Ab^ow\n')
  expect(edited(table.replace('| c', '^| c').replace('| e', '^| e'), '', 'delete.line')).toBe(
    table.replace('| c two | d |\n', '^'),
  )
  expect(edited('a | ^b\nc^ | d\n', deleteCharBackward)).toBe('a | ^ | d\n')
  expect(edited(table.replace('a one', 'a^ one^'), deleteCharBackward)).toBe(table.replace('a one', 'a^'))
})

test('Enter over cells empties them; in Write everything is as it is in the source', () => {
  expect(edited(table.replace('two', '^two').replace(' d', ' d^'), insertNewlineAndIndent)).toBe(
    table.replace('two | d', '^ | '),
  )
  expect(edited(table.replace('two', '^two').replace(' d', ' d^'), deleteCharBackward, '', false)).toBe(
    table.replace('two | d', '^'),
  )
})

test('pasted text stays in its cell', () => {
  const paste = (text: string, drawn = true) =>
    edited(table.replace('two', '^two^'), text, 'input.paste', drawn)
  const cell = (text: string) => table.replace('two', `${text}^`)
  for (const drawn of [true, false]) {
    expect(paste('x\ny\n', drawn)).toBe(cell('x y'))
    expect(paste('x | y', drawn)).toBe(cell('x \\| y'))
    expect(paste('`a|b`\r\n  c', drawn)).toBe(cell('`a\\|b` c'))
    expect(paste('x\ty\nz', drawn)).toBe(cell('x y z'))
    expect(paste('already \\| escaped', drawn)).toBe(cell('already \\| escaped'))
  }
  expect(edited(`${table}^`, '| x | y |\n', 'input.paste')).toBe(`${table}| x | y |\n^`)
  expect(edited('Words ^ here', 'a | b\nc', 'input.paste')).toBe('Words a | b\nc^ here')
})

test('whole rows may be deleted, but not the head', () => {
  const remove = (from: string, to: string) => {
    const start = table.indexOf(from)
    const end = table.indexOf(to)
    return edited(`${table.slice(0, start)}^${table.slice(start, end)}^${table.slice(end)}`, '', 'delete')
  }
  expect(remove('| c two', '| e')).toBe('| a one | b |\n| - | - |\n^| e | f |\n')
  expect(remove('\n| c two', '\n| e')).toBe('| a one | b |\n| - | -^ |\n| e | f |\n'.replace('-^ |', '- |^'))
  expect(remove('| a one', '| - |').replace('^', '')).toBe('|  |  |\n| - | - |\n| c two | d |\n| e | f |\n')
  expect(remove('| - |', '| c two').replace('^', '')).toBe(table)
})
