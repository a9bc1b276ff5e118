import { expect, test } from 'vitest'
import { fitBlock } from '../../../../renderer/editor/paste/fit-block'
import { stateOf } from '../../../support/editor-state'

/** The text after markdown was pasted at `^`. */
const paste = (markdown: string, marked: string): string => {
  const at = marked.indexOf('^')
  const text = marked.replace('^', '')
  const state = stateOf('').update({ changes: { from: 0, insert: text } }).state
  return text.slice(0, at) + fitBlock(markdown, state, at, at) + text.slice(at)
}

test('words go among words', () => {
  expect(paste('some **bold**', 'a ^ b')).toBe('a some **bold** b')
})

test('blocks stand on lines of their own', () => {
  expect(paste('- a\n- b', 'words^ more')).toBe('words\n\n- a\n- b\n\n more')
  expect(paste('## Head', 'words^')).toBe('words\n\n## Head')
  expect(paste('## Head', 'words\n^')).toBe('words\n\n## Head')
  expect(paste('## Head', 'words\n\n^\nmore')).toBe('words\n\n## Head\n\nmore')
  expect(paste('a\n\nb', '^')).toBe('a\n\nb')
})

test('blocks in a quote or a list are part of it', () => {
  expect(paste('a\n\nb', '> ^')).toBe('> a\n>\n> b')
  expect(paste('```\nx\n```', '- ^')).toBe('- ```\n  x\n  ```')
  expect(paste('- one\n- two', '- ^')).toBe('- one\n- two')
  expect(paste('- one\n- two', '  1. ^')).toBe('  1. one\n  - two')
  expect(paste('a\n\nb', '- item^')).toBe('- item\n\n  a\n\n  b')
})
