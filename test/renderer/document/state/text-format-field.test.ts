import { history, redo, undo } from '@codemirror/commands'
import { EditorState, type TransactionSpec } from '@codemirror/state'
import { expect, test } from 'vitest'
import { textFormat, textFormatOf } from '../../../../renderer/document/state/text-format-field'
import { decodePost, encodePost } from '../../../../shared/posts/text-format'
import { fc } from '../../../support/properties'

const open = (written: string): EditorState => {
  const { text, format } = decodePost(new TextEncoder().encode(written))
  return EditorState.create({ doc: text, extensions: [history({ newGroupDelay: 0 }), textFormat(format)] })
}

const written = (state: EditorState): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(encodePost(state.doc.toString(), textFormatOf(state)))

const change = (state: EditorState, spec: TransactionSpec): EditorState => state.update(spec).state

const step = (state: EditorState, command: typeof undo): EditorState => {
  let next = state
  command({
    state,
    dispatch: (transaction) => {
      next = transaction.state
    },
  })
  return next
}

test('a file with mixed line ends that is not edited keeps every byte', () => {
  const mixed = '\ufeffone\r\ntwo\nthree\rfour\r\n'
  expect(written(open(mixed))).toBe(mixed)
})

test('typing within a line touches no line end', () => {
  const state = change(open('one\r\ntwo\nthree\r'), { changes: { from: 4, insert: 'x' } })
  expect(written(state)).toBe('one\r\nxtwo\nthree\r')
})

test('a new line takes the end of the line it splits', () => {
  const state = change(open('one\r\ntwo\nthree\r'), { changes: { from: 2, insert: '\n' } })
  expect(written(state)).toBe('on\r\ne\r\ntwo\nthree\r')
})

test('undo brings deleted line ends back as they were, redo takes the same ones', () => {
  const original = 'one\r\ntwo\nthree\rfour'
  const deleted = change(open(original), { changes: { from: 1, to: 12 } })
  const undone = step(deleted, undo)
  expect(written(undone)).toBe(original)
  const redone = step(undone, redo)
  expect(written(redone)).toBe(written(deleted))
  expect(written(step(redone, undo))).toBe(original)
})

test('any edits, then undo of all of them, give the bytes of the file', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), maxLength: 4 })
  const end = fc.constantFrom('\n', '\r\n', '\r')
  const file = fc
    .array(fc.tuple(line, end), { minLength: 1, maxLength: 8 })
    .map((lines) => lines.flat().join(''))
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(6),
    insert: fc.string({ unit: fc.constantFrom('x', '\n'), maxLength: 3 }),
  })
  const law = fc.property(file, fc.array(edit, { maxLength: 8 }), (original, edits) => {
    const start = open(original)
    let state = start
    for (const { at, length, insert } of edits) {
      const from = Math.floor(at * state.doc.length)
      state = change(state, { changes: { from, to: Math.min(state.doc.length, from + length), insert } })
      expect(textFormatOf(state).terminators?.length ?? state.doc.lines - 1).toBe(state.doc.lines - 1)
    }
    for (let count = 0; count < edits.length; count += 1) state = step(state, undo)
    expect(state.doc.eq(start.doc)).toBe(true)
    expect(written(state)).toBe(original)
  })
  fc.assert(law, { numRuns: 300 })
})
