import { EditorState } from '@codemirror/state'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('window', { api: { on: () => () => undefined } })

const { titleIn } = await import('../../../../renderer/app/frame/use-title')
const { headField, headOfState } = await import('../../../../renderer/document/state/head-field')

const stateOf = (doc: string) => EditorState.create({ doc, extensions: headField })
const typed = (state: EditorState, from: number, insert: string) =>
  state.update({ changes: { from, insert } }).state

test('the title follows the head, and is not read again after a key in the body', () => {
  const text = '---\ntitle: One\ndate: 2024-01-01\n---\n\nText.\n'
  const state = stateOf(text)
  const head = headOfState(state)
  const read = vi.spyOn(Object, 'entries')
  expect(titleIn(head)).toBe('One')
  const before = read.mock.calls.length
  expect(before).toBeGreaterThan(0)
  const inBody = headOfState(typed(state, text.length, 'x'))
  expect(titleIn(inBody)).toBe('One')
  expect(read.mock.calls.length).toBe(before)
  read.mockRestore()
  expect(titleIn(headOfState(typed(state, text.indexOf('One'), 'Number ')))).toBe('Number One')
  expect(titleIn(head)).toBe('One')
})

test.each([
  ['no post', null, ''],
  ['no head', 'Text.\n', ''],
  ['no title', '---\ndate: 2024-01-01\n---\n', ''],
  ['an invalid head', '---\ntitle: [\n---\n', ''],
  ['TOML', '+++\ntitle = "T"\n+++\n', 'T'],
])('the title of %s', (_name, text, title) => {
  expect(titleIn(text === null ? null : headOfState(stateOf(text)))).toBe(title)
})
