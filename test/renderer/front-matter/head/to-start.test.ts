import type { EditorState, Transaction } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { headGuard } from '../../../../renderer/front-matter/head/guard'
import { headModes, showSource } from '../../../../renderer/front-matter/head/mode'
import { toStart } from '../../../../renderer/front-matter/head/to-start'
import { stateOf } from '../../../support/editor-state'

const open = (text: string): EditorState => stateOf(text, [headModes, headGuard])

/** The text with its selection marked, or null if the key is left to the editor. */
const pressed = (state: EditorState, extend = false): string | null => {
  let next = state
  const dispatch = (transaction: Transaction) => {
    next = transaction.state
  }
  const isTaken = toStart(extend)({ state, dispatch })
  const { from, to } = next.selection.main
  return isTaken ? `${next.sliceDoc(0, from)}[${next.sliceDoc(from, to)}]${next.sliceDoc(to)}` : null
}

describe('the start of a text under a form is where its words begin', () => {
  test.each([
    ['---\ntitle: a\n---\n\n', 'Words and |more'],
    ['---\ntitle: a\n---\n', 'Words |'],
    ['---\ntitle: a\n---\n\n\n \n', '    code|'],
    ['+++\ntitle = "a"\n+++\n\n', '# A heading\n\nEnd|'],
    ['---\ntitle: a\n---\n\n', '|'],
    ['---\ntitle: a\n---\n', '|'],
  ])('%j %j', (head, body) => {
    expect(pressed(open(head + body))).toBe(`${head}[]${body.replace('|', '')}`)
  })

  test('from the blank line under the head it goes down to the words', () => {
    expect(pressed(open('---\ntitle: a\n---\n|\nWords'))).toBe('---\ntitle: a\n---\n\n[]Words')
  })

  test('a selection up to it takes the words, and not the blank line', () => {
    expect(pressed(open('---\ntitle: a\n---\n\nWords| more'), true)).toBe(
      '---\ntitle: a\n---\n\n[Words] more',
    )
  })
})

test('elsewhere the key is the editor’s own', () => {
  expect(pressed(open('\nWords|'))).toBeNull()
  expect(pressed(open('---\ntitle: "a\n---\n\nWords|'))).toBeNull()
  const source = open('---\ntitle: a\n---\n\nWords|').update({ effects: showSource.of(true) }).state
  expect(pressed(source)).toBeNull()
  expect(pressed(open('---\ntitle: a\n---\n|\nWords'), true)).toBeNull()
})
