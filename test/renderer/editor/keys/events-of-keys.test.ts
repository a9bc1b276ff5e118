import { EditorState, type TransactionSpec } from '@codemirror/state'
import { expect, test } from 'vitest'
import { isDrawn } from '../../../../renderer/document/state/drawn-text'
import { headField } from '../../../../renderer/document/state/head-field'
import { namedEdits } from '../../../../renderer/editor/keys/events-of-keys'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'
import { keepCells } from '../../../../renderer/tables/keep-cells'

const table = '| a one | b |\n| - | - |\n| c two | d |\n'

const after = (spec: TransactionSpec, isInKey: boolean): string =>
  EditorState.create({
    doc: table,
    extensions: [markdownSupport(), headField, isDrawn.of(true), keepCells, namedEdits(() => isInKey)],
  })
    .update(spec)
    .state.doc.toString()

test('an edit of a key without an event keeps the pipes of a drawn table, as others do', () => {
  const from = table.indexOf('two')
  const kill = { changes: { from, to: table.indexOf('\n', from) } }
  expect(after(kill, true)).toBe('| a one | b |\n| - | - |\n| c  |  |\n')
  expect(after(kill, false)).toBe('| a one | b |\n| - | - |\n| c \n') // an edit of the app, not by hand
})

test('an edit that has an event keeps it', () => {
  const { state } = EditorState.create({ doc: 'ab', extensions: namedEdits(() => true) }).update({})
  const named = state.update({ changes: { from: 0, to: 1 }, userEvent: 'move.line' })
  expect(named.isUserEvent('move.line')).toBe(true)
  expect(named.isUserEvent('delete')).toBe(false)
  expect(state.update({ changes: { from: 0, insert: 'x' } }).isUserEvent('input.type')).toBe(true)
})
