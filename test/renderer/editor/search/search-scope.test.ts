import { SearchQuery } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import {
  inCaseOf,
  scoped as inScope,
  searchChoices,
  searchScope,
  setChoices,
} from '../../../../renderer/editor/search/search-scope'

const start = (doc: string) => EditorState.create({ doc, extensions: searchScope })

test('a replacement takes the capitals of what it replaces', () => {
  expect(inCaseOf('cat', 'dog')).toBe('dog')
  expect(inCaseOf('Cat', 'dog')).toBe('Dog')
  expect(inCaseOf('CAT', 'dog')).toBe('DOG')
  expect(inCaseOf('A', 'the')).toBe('The')
  expect(inCaseOf('Élan', 'éclair')).toBe('Éclair')
  expect(inCaseOf('42', 'dog')).toBe('dog')
  expect(inCaseOf('cat', 'iPhone')).toBe('iPhone')
  expect(inCaseOf('Cat', '')).toBe('')
})

test('only replacing keeps capitals, and only when it is chosen', () => {
  const replace = (state: EditorState, userEvent: string) =>
    state.update({
      changes: [
        { from: 0, to: 3, insert: 'dog' },
        { from: 4, to: 7, insert: 'dog' },
        { from: 8, to: 11, insert: 'dog' },
      ],
      userEvent,
    }).state
  const off = start('Cat CAT cat')
  const on = off.update({ effects: setChoices.of({ keepCase: true }) }).state
  expect(replace(off, 'input.replace.all').doc.toString()).toBe('dog dog dog')
  expect(replace(on, 'input.replace.all').doc.toString()).toBe('Dog DOG dog')
  expect(replace(on, 'input.type').doc.toString()).toBe('dog dog dog')
})

test('the scope moves with the text', () => {
  const scoped = start('one two three').update({
    effects: setChoices.of({ scope: { from: 4, to: 7 } }),
  }).state
  const after = scoped.update({ changes: { from: 0, insert: 'ab ' } }).state
  expect(after.field(searchChoices).scope).toEqual({ from: 7, to: 10 })
  expect(after.update({ changes: { from: 10, insert: '!' } }).state.field(searchChoices).scope?.to).toBe(11)
})

test('a closed panel looks everywhere', () => {
  const state = start('a a a').update({ effects: setChoices.of({ scope: { from: 0, to: 1 } }) }).state
  expect([...new Set([...iterate(state)])]).toEqual([0, 2, 4])
})

const iterate = function* (state: EditorState): Generator<number> {
  const cursor = inScope(new SearchQuery({ search: 'a' })).getCursor(state)
  for (let match = cursor.next(); !match.done; match = cursor.next()) yield match.value.from
}

test('what was selected stays selected for the search while it goes from match to match', () => {
  const selectedIn = (state: EditorState) => state.field(searchChoices).selected
  let state = start('one two three')
  expect(selectedIn(state)).toBeNull()
  state = state.update({ selection: { anchor: 4, head: 13 }, userEvent: 'select' }).state
  state = state.update({ selection: { anchor: 4, head: 7 }, userEvent: 'select.search' }).state
  expect(selectedIn(state)).toEqual({ from: 4, to: 13 })
  state = state.update({ changes: { from: 0, insert: 'ab ' } }).state
  expect(selectedIn(state)).toEqual({ from: 7, to: 16 })
  state = state.update({ selection: { anchor: 2 }, userEvent: 'select.pointer' }).state
  expect(selectedIn(state)).toBeNull()
  expect(
    selectedIn(
      EditorState.create({ doc: 'abc', selection: { anchor: 0, head: 2 }, extensions: searchScope }),
    ),
  ).toEqual(expect.objectContaining({ from: 0, to: 2 }))
})
