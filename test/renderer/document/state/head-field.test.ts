import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { headField, headOfState } from '../../../../renderer/document/state/head-field'

const open = (doc: string): EditorState => EditorState.create({ doc, extensions: [headField] })
const insert = (state: EditorState, from: number, text: string, to = from): EditorState =>
  state.update({ changes: { from, to, insert: text } }).state

const post = '---\ntitle: a\n---\n\nbody\n'

test('a key in the body leaves the head as the same object', () => {
  const state = open(post)
  expect(headOfState(insert(state, post.length, 'more'))).toBe(headOfState(state))
})

test('a key in the head reads it again', () => {
  const { frontMatter, text } = headOfState(insert(open(post), 12, 'b'))
  expect(frontMatter).toMatchObject({ kind: 'parsed', data: { title: 'ab' } })
  expect(text).toBe('---\ntitle: ab\n---\n')
})

test('a head comes and goes as its delimiters are written', () => {
  const open3 = open('note: a\n---\n\nbody\n')
  expect(headOfState(open3).frontMatter.kind).toBe('none')
  const begun = insert(open3, 0, '---\n')
  expect(headOfState(begun).frontMatter.kind).toBe('parsed')
  expect(headOfState(insert(begun, 0, '', 4)).frontMatter.kind).toBe('none')
})

test('a head without an end is closed by a line far below', () => {
  const long = `---\ntitle: a\n${'text\n'.repeat(200)}`
  const state = open(long)
  expect(headOfState(state).frontMatter.kind).toBe('broken')
  const closed = insert(state, 13, 'x: |\n')
  expect(headOfState(insert(closed, closed.doc.length, '---\n')).split.problem).toBeNull()
})

test('a head longer than what is read first is read to its end', () => {
  const long = `---\ntitle: a\n${'# comment\n'.repeat(6000)}---\nbody`
  const { split, frontMatter } = headOfState(open(long))
  expect(frontMatter.kind).toBe('parsed')
  expect(long.slice(split.bodyFrom)).toBe('body')
})
