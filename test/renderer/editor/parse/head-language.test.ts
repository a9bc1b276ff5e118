import { ensureSyntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { stateOf } from '../../../support/editor-state'

const namesIn = (text: string): string[] => {
  const state = stateOf(text)
  const names: string[] = []
  ensureSyntaxTree(state, text.length, 1_000)?.iterate({ enter: ({ name }) => void names.push(name) })
  return names
}

test('a YAML head is read as YAML, the body as markdown', () => {
  const names = namesIn('---\ntitle: a\n---\n\n# b\n')
  expect(names).toEqual(expect.arrayContaining(['Head', 'BlockMapping', 'ATXHeading1']))
  expect(names).not.toContain('SetextHeading2')
})

test('TOML and JSON heads are one block', () => {
  expect(namesIn('+++\ntitle = "a"\n+++\n\n# b\n')).toEqual(
    expect.arrayContaining(['HeadText', 'ATXHeading1']),
  )
  expect(namesIn('{\n"title": "a"\n}\n\n# b\n')).toEqual(expect.arrayContaining(['HeadText', 'ATXHeading1']))
})

test('a rule at the top of a text is no head', () => {
  expect(namesIn('---\n\n# b\n\nc *d*\n')).not.toContain('Head')
})

test('a head without an end, an empty head and a head alone break nothing', () => {
  for (const text of ['---\ntitle: a', '---\n---\n', '---\ntitle: a\n---', '+++\n', '{\n"a": 1', '---', '']) {
    expect(namesIn(text)[0]).toBe('Document')
  }
})

test('the tree of a head that is edited is that of a head read anew', () => {
  const placesIn = (state: EditorState): string[] => {
    const places: string[] = []
    ensureSyntaxTree(state, state.doc.length, 1_000)?.iterate({
      enter: ({ name, from, to }) => void places.push(`${name} ${from}-${to}`),
    })
    return places
  }
  const before = stateOf('---\ntitle: a\ntags: [x]\n---\n\n# b\n\nText.\n')
  expect(placesIn(before)).toContain('Key 4-9')
  for (const changes of [
    { from: 11, insert: ' "b": 1' },
    { from: 13, insert: 'date: 2024-01-01\n' },
    { from: 30, insert: 'c' },
    { from: 4, to: 13 },
  ]) {
    const after = before.update({ changes }).state
    expect(placesIn(after)).toEqual(placesIn(stateOf(after.doc.toString())))
  }
})
