import { EditorSelection } from '@codemirror/state'
import { expect, test } from 'vitest'
import { withCaret } from '../../../../renderer/editor/view/add-caret'

const carets = (...at: readonly number[]) =>
  EditorSelection.create(at.map((place) => EditorSelection.cursor(place)))
const places = (selection: EditorSelection) => selection.ranges.map(({ from, to }) => [from, to])

test('a click adds a caret to those there are', () => {
  expect(places(withCaret(carets(3), 7))).toEqual([
    [3, 3],
    [7, 7],
  ])
  expect(withCaret(carets(3, 9), 7).main.head).toBe(7)
})

test('a click on a caret takes it away, unless it is the last', () => {
  expect(places(withCaret(carets(3, 7), 7))).toEqual([[3, 3]])
  expect(places(withCaret(carets(3), 3))).toEqual([[3, 3]])
})

test('a selection stays beside the new caret', () => {
  expect(places(withCaret(EditorSelection.create([EditorSelection.range(1, 4)]), 9))).toEqual([
    [1, 4],
    [9, 9],
  ])
})
