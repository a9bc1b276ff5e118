import { EditorSelection, EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { installApi } from '../../../support/fake-api'

installApi({})
const { headField } = await import('../../../../renderer/document/state/head-field')
const { countSelected } = await import('../../../../renderer/words/count/selection')

const selected = (doc: string, ...ranges: readonly (readonly [number, number])[]) =>
  countSelected(
    EditorState.create({
      doc,
      selection: EditorSelection.create(ranges.map(([from, to]) => EditorSelection.range(from, to))),
      extensions: [EditorState.allowMultipleSelections.of(true), headField],
    }),
  )

test('nothing selected is no count', () => {
  expect(selected('one two', [2, 2])).toBeNull()
})

test('a selection counts what is in it, over lines and in several ranges', () => {
  expect(selected('one two\nthree', [0, 7])).toEqual({ words: 2, characters: 7 })
  expect(selected('one two\nthree', [4, 13])).toEqual({ words: 2, characters: 8 })
  expect(selected('one two three', [0, 3], [8, 13])).toEqual({ words: 2, characters: 8 })
  expect(selected('one 你好 👩‍👩‍👧', [4, 15])).toEqual({ words: 2, characters: 4 })
})

test('of a selection that begins in the head, the body counts', () => {
  const doc = '---\ntitle: Two words\n---\n\none two\n'
  expect(selected(doc, [0, doc.length])).toEqual({ words: 2, characters: 7 })
  expect(selected(doc, [11, 20])).toEqual({ words: 2, characters: 9 })
})
