import { codeFolding, foldEffect, unfoldEffect } from '@codemirror/language'
import { expect, test } from 'vitest'
import { foldAt, foldPlaces } from '../../../../renderer/editor/view/fold-places'
import { stateOf } from '../../../support/editor-state'

const placesIn = (text: string) => {
  const state = stateOf(text, codeFolding())
  return foldPlaces(state, { from: 0, to: state.doc.length }).map(({ line, heading }) => [line, heading])
}

test('headings with something below them have a mark, with their words as its name', () => {
  expect(placesIn('# A *b* ##\n\ntext\n\n## C\n\n## D\n\ntext\n\n# E\n')).toEqual([
    [1, 'A *b*'],
    [7, 'D'],
  ])
  expect(placesIn('Long\n====\n\ntext\n\nShort\n-----\n')).toEqual([[1, 'Long']])
  expect(placesIn('text\n\n- a\n  b\n\n```\n# c\n```\n\nd\n')).toEqual([])
})

test('a head of each form has one mark and folds below its first line', () => {
  for (const head of [
    '---\ntitle: a\ntags:\n  - b\n---',
    '+++\ntitle = "a"\n+++',
    '---toml\ntitle = "a"\n---',
    '{\n"title": "a"\n}',
  ]) {
    const text = `${head}\n\nbody\n`
    expect(placesIn(text)).toEqual([[1, null]])
    const first = head.indexOf('\n')
    expect(foldAt(stateOf(text, codeFolding()), 0)).toEqual({ from: first, to: head.length, isFolded: false })
  }
  expect(placesIn('---\n\n# b\n')).toEqual([])
  expect(foldAt(stateOf('+++\na = 1\nb = 2\n+++\n', codeFolding()), 4)).toBeNull()
})

test('what is folded is told at its line, and unfolds as a whole', () => {
  const text = '# A\n\none\n\n## B\n\ntwo\n'
  const open = stateOf(text, codeFolding())
  const section = foldAt(open, 0)
  expect(section).toEqual({ from: 3, to: text.length - 1, isFolded: false })
  if (!section) return
  const folded = open.update({ effects: foldEffect.of(section) }).state
  expect(foldPlaces(folded, { from: 0, to: 3 })).toMatchObject([{ at: 0, isFolded: true, heading: 'A' }])
  expect(foldAt(folded, 0)).toEqual({ ...section, isFolded: true })
  const again = folded.update({ effects: unfoldEffect.of(section) }).state
  expect(foldAt(again, 0)?.isFolded).toBe(false)
})
