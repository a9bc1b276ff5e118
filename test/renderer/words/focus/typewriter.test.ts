import { EditorState, type TransactionSpec } from '@codemirror/state'
import { expect, test } from 'vitest'
import { installApi } from '../../../support/fake-api'

installApi({})
const { centered } = await import('../../../../renderer/words/focus/typewriter')
const { nextFocus } = await import('../../../../renderer/words/focus/writing-modes')
const { leaves } = await import('../../../../renderer/words/focus/full-screen')

const state = EditorState.create({ doc: 'one\ntwo' })
const isCentered = (spec: TransactionSpec) => centered(state.update(spec)) !== null

test('what the writer types or moves by key stays in the middle', () => {
  expect(isCentered({ changes: { from: 0, insert: 'a' }, userEvent: 'input.type' })).toBe(true)
  expect(isCentered({ changes: { from: 0, to: 1 }, userEvent: 'delete.forward' })).toBe(true)
  expect(isCentered({ selection: { anchor: 5 }, userEvent: 'select' })).toBe(true)
})

test('a click, a change from outside and a step without a caret move nothing', () => {
  expect(isCentered({ selection: { anchor: 5 }, userEvent: 'select.pointer' })).toBe(false)
  expect(isCentered({ changes: { from: 0, insert: 'a' } })).toBe(false)
  expect(isCentered({ userEvent: 'input.type' })).toBe(false)
})

test('the focus goes round', () => {
  expect(nextFocus('off')).toBe('sentence')
  expect(nextFocus('sentence')).toBe('paragraph')
  expect(nextFocus('paragraph')).toBe('off')
})

test('Escape leaves the full screen where nothing else takes it', () => {
  const key = { key: 'Escape', defaultPrevented: false, isComposing: false }
  expect(leaves(key, false)).toBe(true)
  expect(leaves({ ...key, key: 'Enter' }, false)).toBe(false)
  expect(leaves({ ...key, defaultPrevented: true }, false)).toBe(false)
  expect(leaves({ ...key, isComposing: true }, false)).toBe(false)
  expect(leaves(key, true)).toBe(false)
})
