import { deleteCharBackward, deleteGroupBackward, selectAll } from '@codemirror/commands'
import { EditorSelection, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import { expect, test } from 'vitest'
import { headGuard } from '../../../../renderer/front-matter/head/guard'
import { headModeOf, headModes, settle, showSource } from '../../../../renderer/front-matter/head/mode'
import { stateOf } from '../../../support/editor-state'

const head = '---\ntitle: a\n---\n'
const open = (text: string): EditorState => stateOf(text, [headModes, headGuard])
const change = (state: EditorState, spec: TransactionSpec): EditorState => state.update(spec).state
const run = (state: EditorState, command: StateCommand): EditorState => {
  let next = state
  command({
    state,
    dispatch: (transaction) => {
      next = transaction.state
    },
  })
  return next
}

test('a head that parses is a form, others are not', () => {
  expect(headModeOf(open(`${head}body`))).toBe('form')
  expect(headModeOf(open('body'))).toBe('none')
  expect(headModeOf(open('---\ntitle: "a\n---\nbody'))).toBe('broken')
  expect(headModeOf(change(open(`${head}body`), { effects: showSource.of(true) }))).toBe('source')
})

test('the caret cannot get behind the form', () => {
  const state = change(open(`${head}body|`), { selection: { anchor: 5 }, userEvent: 'select' })
  expect(state.selection.main.head).toBe(head.length)
})

test('deleting at the start of the body leaves the head alone', () => {
  const state = open(`${head}|body`)
  for (const command of [deleteCharBackward, deleteGroupBackward] as unknown as StateCommand[]) {
    expect(run(state, command).doc.toString()).toBe(`${head}body`)
  }
})

test('everything can be selected, and deleted as a whole', () => {
  const all = run(open(`${head}body|`), selectAll)
  expect(all.selection.main).toMatchObject({ from: 0, to: all.doc.length })
  const gone = change(all, { changes: { from: 0, to: all.doc.length }, userEvent: 'delete.selection' })
  expect(gone.doc.length).toBe(0)
})

test('a match in the head opens the source', () => {
  const state = change(open(`${head}body|`), {
    selection: EditorSelection.single(4, 9),
    userEvent: 'select.search',
  })
  expect(headModeOf(state)).toBe('source')
  expect(state.selection.main).toMatchObject({ from: 4, to: 9 })
})

test('a head without a line after it gets one when the body begins', () => {
  const bare = '---\ntitle: a\n---'
  const state = change(open(`${bare}|`), {
    changes: { from: bare.length, insert: 'b' },
    selection: { anchor: bare.length + 1 },
    userEvent: 'input.type',
  })
  expect(state.doc.toString()).toBe(`${bare}\nb`)
  expect(state.selection.main.head).toBe(state.doc.length)
})

test('while a broken head is mended by hand the form waits for the caret, or for a rest', () => {
  const broken = open('---\ntitle: "a|\n---\nbody')
  const at = broken.selection.main.head
  const mended = change(broken, {
    changes: { from: at, insert: '"' },
    selection: { anchor: at + 1 },
    userEvent: 'input.type',
  })
  expect(headModeOf(mended)).toBe('settling')
  expect(headModeOf(change(mended, { effects: settle.of(null) }))).toBe('form')
  expect(headModeOf(change(mended, { selection: { anchor: mended.doc.length } }))).toBe('form')
})

test('an edit of the form and an undo reach the head', () => {
  const state = open(`${head}body|`)
  for (const userEvent of ['input.form', 'input.type.form', 'undo', 'input.disk']) {
    expect(change(state, { changes: { from: 11, insert: 'b' }, userEvent }).doc.toString()).toContain(
      'title: ba',
    )
  }
})
