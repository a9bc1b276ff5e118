import { EditorState, type StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import { markdownSupport } from '../../../renderer/editor/parse/markdown-support'
import { keepPipes } from '../../../renderer/tables/keep-pipes'

/** The text after a command, with the caret as `^`; null if the command did not handle the key. */
const press = (command: StateCommand, marked: string): string | null => {
  const at = marked.indexOf('^')
  let state = EditorState.create({
    doc: marked.replace('^', ''),
    selection: { anchor: at },
    extensions: [markdownSupport()],
  })
  const isTaken = command({
    state,
    dispatch: (transaction) => {
      state = transaction.state
    },
  })
  const { head } = state.selection.main
  const text = state.doc.toString()
  return isTaken ? `${text.slice(0, head)}^${text.slice(head)}` : null
}

const table = '| a | b |\n| - | - |\n| 1 | 2 |'

test.each([
  ['below the last row', `${table}\n^`, '| a | b |\n| - | - |\n| 1 | 2^ |\n'],
  ['on a blank line with text below', `${table}\n^\ntext`, '| a | b |\n| - | - |\n| 1 | 2^ |\n\ntext'],
  ['before a heading', `${table}\n^# Next`, '| a | b |\n| - | - |\n| 1 | 2^ |\n# Next'],
  ['below a row without its last pipe', 'a | b\n--- | ---\n1 | 2\n^', 'a | b\n--- | ---\n1 | 2^\n'],
  ['below an empty last cell', '| a |\n| - |\n|  |\n^', '| a |\n| - |\n| ^ |\n'],
  ['at the start of a cell', '| a | b |\n| - | - |\n| 1 | ^2 |', '| a | b |\n| - | - |\n| 1 | ^2 |'],
  ['at the start of a row', '| a | b |\n| - | - |\n| ^1 | 2 |', '| a | b |\n| - | - |\n| ^1 | 2 |'],
  ['below a table with blanks behind it', `${table}  \n^`, '| a | b |\n| - | - |\n| 1 | 2^ |  \n'],
  ['within a cell', '| a | b |\n| - | - |\n| 1 | 2^ |', null],
  ['one line further down', `${table}\n\n^text`, null],
  ['within a line below', `${table}\n\nte^xt`, null],
  ['at the start of the text', `^\n${table}`, null],
  ['below a line that only has pipes', 'a | b\n\n^', null],
])('Backspace %s takes no pipe', (_where, before, after) => {
  expect(press(keepPipes.backward, before)).toBe(after)
})

test.each([
  ['above the first row', `text\n\n^\n${table}`, `text\n\n\n| ^${table.slice(2)}`],
  ['at the end of a heading above', `# Top^\n${table}`, `# Top\n| ^${table.slice(2)}`],
  ['at the end of a cell', `| a^${table.slice(3)}`, `| a^${table.slice(3)}`],
  ['at the end of the table', `${table.slice(0, -2)}^ |\n\ntext`, `${table.slice(0, -2)}^ |\n\ntext`],
  ['within a cell', `| ^${table.slice(2)}`, null],
  ['two lines above', `text^\n\n${table}`, null],
  ['at the end of the text', `${table}\n\ntext^`, null],
])('Delete %s takes no pipe', (_where, before, after) => {
  expect(press(keepPipes.forward, before)).toBe(after)
})

test('deleting to the start or end of a line stays in the cell', () => {
  expect(press(keepPipes.toStart, '| a | b |\n| - | - |\n| 1 | two^ words |')).toBe(
    '| a | b |\n| - | - |\n| 1 | ^ words |',
  )
  expect(press(keepPipes.toEnd, '| a | b |\n| - | - |\n| on^e | 2 |')).toBe(
    '| a | b |\n| - | - |\n| on^ | 2 |',
  )
  expect(press(keepPipes.toEnd, 'wo^rds')).toBe(null)
})
