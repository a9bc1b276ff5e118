import { copyLineDown, moveLineDown, moveLineUp } from '@codemirror/commands'
import type { StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import { listOrder } from '../../../../renderer/editor/lists/order'
import { markedText, stateOf } from '../../../support/editor-state'

const press = (command: StateCommand, marked: string): string => {
  let state = stateOf(marked, listOrder)
  command({ state, dispatch: (transaction) => (state = transaction.state) })
  return markedText(state)
}

const remove: StateCommand = ({ state, dispatch }) => {
  const { from, to } = state.doc.lineAt(state.selection.main.head)
  const end = Math.min(to + 1, state.doc.length)
  const start = end === to ? Math.max(0, from - 1) : from
  dispatch(state.update({ changes: { from: start, to: end }, userEvent: 'delete.line' }))
  return true
}

test('a numbered list is counted again when a line of it moves', () => {
  expect(press(moveLineUp, '1. one\n2. t|wo\n3. three')).toBe('1. t|wo\n2. one\n3. three')
  expect(press(moveLineDown, '1. one\n2. t|wo\n3. three')).toBe('1. one\n2. three\n3. t|wo')
  expect(press(moveLineUp, '4) one\n5) t|wo')).toBe('4) t|wo\n5) one')
  expect(press(moveLineUp, '> 1. one\n> 2. t|wo'.replaceAll('> ', ''))).toBe('1. t|wo\n2. one')
  expect(press(moveLineUp, '1. one\n   - deep\n2. two\n3. thr|ee')).toBe(
    '1. one\n   - deep\n2. thr|ee\n3. two',
  )
  expect(press(moveLineUp, '9. nine\n10. t|en')).toBe('9. t|en\n10. nine')
})

test('and when one is doubled or deleted', () => {
  expect(press(copyLineDown, '1. o|ne\n2. two')).toBe('1. one\n2. o|ne\n3. two')
  expect(press(remove, '1. o|ne\n2. two\n3. three').replace('|', '')).toBe('1. two\n2. three')
  expect(press(remove, '1. one\n2. t|wo\n3. three').replace('|', '')).toBe('1. one\n2. three')
  expect(press(remove, '1. one\n2. two\n3. thr|ee').replace('|', '')).toBe('1. one\n2. two')
})

test('numbers that the author chose otherwise, other lists and code stay', () => {
  expect(press(moveLineUp, '1. one\n1. t|wo')).toBe('1. t|wo\n1. one')
  expect(press(moveLineUp, '1. one\n5. f|ive\n3. three')).toBe('5. f|ive\n1. one\n3. three')
  expect(press(moveLineUp, '- one\n- t|wo')).toBe('- t|wo\n- one')
  expect(press(moveLineUp, '```\n1. one\n2. t|wo\n```')).toBe('```\n2. t|wo\n1. one\n```')
  expect(press(moveLineUp, 'words\n1. o|ne\n2. two')).toBe('1. o|ne\nwords\n2. two')
})
