import { ensureSyntaxTree, syntaxTreeAvailable } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { canWait, parseOn } from '../../../../renderer/editor/parse/parse-ahead'
import { newStateOf } from '../../../support/editor-state'
import { branchesOf } from '../../../support/tree-branches'

const paragraph = 'Words of a paragraph, *some* of them `marked`.\n\n```\nconst a = 1\n```\n\n'
const long = paragraph.repeat(10_000)

const treeOf = (state: EditorState, to: number) => {
  const tree = ensureSyntaxTree(state, to, 10_000)
  if (!tree) throw new Error('The text was not parsed')
  return tree
}

test('a long text is parsed in stretches, to its end', () => {
  const state = newStateOf(`${long}|`)
  expect(syntaxTreeAvailable(state, state.doc.length)).toBe(false)
  let parsed = 0
  let steps = 0
  for (; parsed < state.doc.length; steps++) {
    const before = parsed
    parsed = parseOn(state, parsed, 10_000)
    expect(parsed).toBeGreaterThan(before)
  }
  expect(steps).toBeGreaterThan(2)
  expect(syntaxTreeAvailable(state, state.doc.length)).toBe(true)
})

test('what is parsed outlives a key', () => {
  const before = newStateOf(`${long}|`)
  let parsed = 0
  for (let step = 0; step < 2; step++) parsed = parseOn(before, parsed, 10_000)
  const old = branchesOf(treeOf(before, parsed))
  const after = before.update({ changes: { from: 5, insert: 'x' } }).state
  const now = branchesOf(treeOf(after, parsed))
  const kept = [...now].filter((branch) => old.has(branch)).length
  expect(old.size).toBeGreaterThan(1000)
  expect(kept).toBeGreaterThan(old.size * 0.8)
})

test('without time nothing is said to be parsed', () => {
  const state = newStateOf(`${long}|`)
  expect(parseOn(state, 0, -1)).toBe(0)
})

test('a short text is done at once', () => {
  const state = newStateOf('Short.|')
  expect(parseOn(state, 0, 10_000)).toBe(state.doc.length)
})

test('while somebody types, the rest waits when what is in sight is parsed, and only then', () => {
  const state = newStateOf(`${long}|`)
  const parsed = parseOn(state, 0, 10_000)
  expect(canWait(state, parsed, 80)).toBe(true)
  expect(canWait(state, parsed, 1_000)).toBe(false)
  expect(canWait(state, state.doc.length, 80)).toBe(false)
})
