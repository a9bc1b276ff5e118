import { expect, test } from 'vitest'
import {
  makeParagraph,
  toggleBulletList,
  toggleCodeBlock,
  toggleHeading,
  toggleNumberedList,
  toggleQuote,
  toggleTaskList,
} from '../../../../renderer/editor/commands/block-commands'
import { press } from '../../../support/editor-state'

test('a heading, another level, and a paragraph again', () => {
  expect(press(toggleHeading(2), 'a ti|tle')).toBe('## a ti|tle')
  expect(press(toggleHeading(3), '## a ti|tle')).toBe('### a ti|tle')
  expect(press(toggleHeading(3), '### a ti|tle')).toBe('a ti|tle')
  expect(press(makeParagraph, '# a ti|tle')).toBe('a ti|tle')
})

test('a heading of each selected line that says something', () => {
  expect(press(toggleHeading(1), '<one\n\ntwo>')).toBe('# <one\n\n# two>')
})

test('a heading on an empty line waits for its words', () => {
  expect(press(toggleHeading(1), '|')).toBe('# |')
})

test('a quote holds together over a blank line', () => {
  expect(press(toggleQuote, '<one\n\ntwo>')).toBe('> <one\n>\n> two>')
})

test('lists turn into each other and back into lines', () => {
  expect(press(toggleBulletList, '<one\ntwo>')).toBe('- <one\n- two>')
  expect(press(toggleNumberedList, '- <one\n- two\n- three>')).toBe('1. <one\n2. two\n3. three>')
  expect(press(toggleTaskList, '- <one\n- two>')).toBe('- [ ] <one\n- [ ] two>')
  expect(press(toggleTaskList, '- [x] <one\n- [ ] two>')).toBe('<one\ntwo>')
  expect(press(toggleBulletList, '- <one\n- two>')).toBe('<one\ntwo>')
})

test('a list in a list keeps its indentation', () => {
  expect(press(toggleNumberedList, '- one\n  - tw|o')).toBe('- one\n  1. tw|o')
})

test('code is fenced with room for its language, and unfenced', () => {
  expect(press(toggleCodeBlock, '<let a>')).toBe('```|\nlet a\n```')
  expect(press(toggleCodeBlock, '```ts\nlet| a\n```\n')).toBe('let| a\n')
})

test('a fence is longer than the fences inside it', () => {
  expect(press(toggleCodeBlock, '<```\na\n```\nb>')).toBe('````|\n```\na\n```\nb\n````')
})

test('the front matter is left alone', () => {
  const post = '---\ntitle: |a\n---\n\nbody'
  expect(press(toggleHeading(1), post)).toBe(post)
})
