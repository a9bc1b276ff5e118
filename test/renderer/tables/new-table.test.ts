import { expect, test } from 'vitest'
import { startTable } from '../../../renderer/tables/new-table'
import { stateOf } from '../../support/editor-state'

/** The text after Tab with the caret at `^`, marked in the same way. */
const tab = (marked: string): string => {
  const anchor = marked.indexOf('^')
  let state = stateOf('').update({ changes: { from: 0, insert: marked.replace('^', '') } }).state
  state = state.update({ selection: { anchor } }).state
  startTable({ state, dispatch: (transaction) => (state = transaction.state) })
  const { head } = state.selection.main
  return `${state.sliceDoc(0, head)}^${state.sliceDoc(head)}`
}

test('Tab behind a pipe starts a table', () => {
  expect(tab('|^')).toBe('| ^    |     |\n| --- | --- |\n|     |     |')
  expect(tab('| Name | Age^')).toBe('| Name | Age |\n| ---- | --- |\n| ^     |     |')
  expect(tab('| 日本語 | b^')).toBe('| 日本語 | b   |\n| ------ | --- |\n| ^       |     |')
})

test('a table below text has a blank line before it', () => {
  expect(tab('words\n|^')).toBe('words\n\n| ^    |     |\n| --- | --- |\n|     |     |')
  expect(tab('---\ntitle: a\n---\n| A | B^')).toBe(
    '---\ntitle: a\n---\n| A   | B   |\n| --- | --- |\n| ^    |     |',
  )
})

test('in a quote or list item the table is a part of it', () => {
  expect(tab('> | A | B^')).toBe('> | A   | B   |\n> | --- | --- |\n> | ^    |     |')
  expect(tab('> words\n> | A | B^')).toBe('> words\n>\n> | A   | B   |\n> | --- | --- |\n> | ^    |     |')
  expect(tab('- x\n  | A | B^')).toBe('- x\n\n  | A   | B   |\n  | --- | --- |\n  | ^    |     |')
  expect(tab('1. | A | B^')).toBe('1. | A   | B   |\n   | --- | --- |\n   | ^    |     |')
})

test('elsewhere Tab is left to others', () => {
  for (const text of ['text |^', '| A |^\nwords', '| a | b^ |\n| - | - |', 'a^'])
    expect(tab(text), text).toBe(text)
})
