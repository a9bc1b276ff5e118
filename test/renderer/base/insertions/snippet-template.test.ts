import { snippet } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { templateOf } from '../../../../renderer/base/insertions/snippet-template'

/** The text that a snippet inserts, with its first selection between `^`; `§` stands for the dollar sign. */
const inserted = (body: string): string => {
  let state = EditorState.create()
  const editor = { state, dispatch: (transaction: { state: EditorState }) => (state = transaction.state) }
  snippet(templateOf(body.replaceAll('§', '$')))(editor, null, 0, 0)
  const { from, to } = state.selection.main
  return `${state.sliceDoc(0, from)}^${state.sliceDoc(from, to)}^${state.sliceDoc(to)}`.replaceAll('$', '§')
}

test('fields have their name or their text, the first one selected', () => {
  expect(inserted('## §{name}\n\nServes §{count}.')).toBe('## ^name^\n\nServes count.')
  expect(inserted('§{1:Soup} for §{2:four}')).toBe('^Soup^ for four')
  expect(inserted('§{2:b} §{1:a}')).toBe('b ^a^')
  expect(inserted('§{title:A day}')).toBe('^A day^')
  expect(inserted('§{kind|tip,note|}')).toBe('^tip^')
  expect(inserted('§{1}, §{1}')).toBe('^^, ')
})

test('§0 is the last place', () => {
  expect(inserted('§0')).toBe('^^')
  expect(inserted('<b>§0</b>§{name}')).toBe('<b></b>^name^')
  expect(inserted('§0 then §{name}')).toBe(' then ^name^')
})

test('fields within a field are beside its text', () => {
  expect(inserted('<i class="§{1:box §{2:wide}}">§0</i>')).toBe('<i class="box ^wide^"></i>')
})

test('all other text is inserted as it is', () => {
  for (const text of [
    'costs §5 and §10',
    'a {b} #{c} {{ d }}',
    '\\{x\\}',
    '§{open',
    'a } b { c',
    '{% if x %}',
    '\\frac{1}{2}',
  ])
    expect(inserted(text).replaceAll('^', ''), text).toBe(text)
  expect(inserted('\\§{x}').replaceAll('^', '')).toBe('§{x}')
})
