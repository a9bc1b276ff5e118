import { history, undo } from '@codemirror/commands'
import { EditorState, type StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import { headField } from '../../../../renderer/document/state/head-field'
import { continueBlock, endBlock, newLineWithin } from '../../../../renderer/editor/lists/end'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'

/** Runs commands on a text in which `‸` is the caret, as the signs of quotes are part of it. */
const press = (marked: string, ...commands: StateCommand[]): string => {
  let state = EditorState.create({
    doc: marked.replace('‸', ''),
    selection: { anchor: marked.indexOf('‸') },
    extensions: [markdownSupport(), headField, history()],
  })
  for (const command of commands) command({ state, dispatch: (transaction) => (state = transaction.state) })
  const { head } = state.selection.main
  return `${state.sliceDoc(0, head)}‸${state.sliceDoc(head)}`
}

const enter = (marked: string) => press(marked, endBlock)

test('Enter on the last, empty item leaves a blank line and begins a paragraph', () => {
  expect(enter('- a\n- ‸')).toBe('- a\n\n‸')
  expect(enter('- a\n- b\n- ‸\n')).toBe('- a\n- b\n\n‸\n')
  expect(enter('* a\n* ‸\n\nwords')).toBe('* a\n\n‸\n\nwords')
  expect(enter('+ a\n+   ‸')).toBe('+ a\n\n‸')
  expect(enter('1. a\n2. ‸')).toBe('1. a\n\n‸')
  expect(enter('9) a\n10) ‸')).toBe('9) a\n\n‸')
  expect(enter('- [x] a\n- [ ] ‸')).toBe('- [x] a\n\n‸')
  expect(enter('1. [ ] a\n2. [ ] ‸')).toBe('1. [ ] a\n\n‸')
  expect(enter('- a\n\n- ‸')).toBe('- a\n\n‸')
  expect(enter('- a\n  ```\n  x\n  ```\n- ‸')).toBe('- a\n  ```\n  x\n  ```\n\n‸')
  expect(enter('---\ntitle: a\n---\n- ‸')).toBe('---\ntitle: a\n---\n‸')
  expect(enter('words\n- ‸')).toBe('words\n\n‸')
})

test('between two items the paragraph stands alone, and the numbers continue', () => {
  expect(enter('- a\n- ‸\n- b')).toBe('- a\n\n‸\n\n- b')
  expect(enter('1. a\n2. ‸\n3. b\n4. c')).toBe('1. a\n\n‸\n\n2. b\n3. c')
  expect(enter('1. a\n1. ‸\n1. b')).toBe('1. a\n\n‸\n\n1. b')
})

test('a nested empty item becomes one of the outer list first', () => {
  expect(enter('- a\n  - b\n  - ‸')).toBe('- a\n  - b\n- ‸')
  expect(enter('- a\n  - ‸')).toBe('- a\n- ‸')
  expect(enter('1. a\n   - b\n   - ‸\n2. c')).toBe('1. a\n   - b\n2. ‸\n3. c')
  expect(enter('* a\n  1. b\n  2. ‸')).toBe('* a\n  1. b\n* ‸')
  expect(enter('- [x] a\n  - b\n  - ‸')).toBe('- [x] a\n  - b\n- [ ] ‸')
  expect(enter('- a\n  - b\n    - c\n    - ‸')).toBe('- a\n  - b\n    - c\n  - ‸')
  expect(enter('> - a\n>   - b\n>   - ‸')).toBe('> - a\n>   - b\n> - ‸')
  expect(press('- a\n  - b\n  - ‸', endBlock, endBlock)).toBe('- a\n  - b\n\n‸')
})

test('in a quote the list ends first, then the quote', () => {
  expect(enter('> - a\n> - ‸')).toBe('> - a\n>\n> ‸')
  expect(press('> - a\n> - ‸', endBlock, endBlock)).toBe('> - a\n\n‸')
  expect(enter('> a\n> ‸')).toBe('> a\n\n‸')
  expect(enter('> a\n>‸')).toBe('> a\n\n‸')
  expect(enter('> a\n>\n> ‸')).toBe('> a\n\n‸')
  expect(enter('> a\n> ‸\n> b')).toBe('> a\n\n‸\n\n> b')
  expect(enter('> > a\n> > ‸')).toBe('> > a\n>\n> ‸')
  expect(enter('- > a\n  > ‸')).toBe('- > a\n\n  ‸')
  expect(enter('> ‸')).toBe('‸')
})

test('an empty line indented as the text of an item leaves the item', () => {
  expect(enter('- a\n  ‸')).toBe('- a\n\n‸')
  expect(enter('- a\n\n  b\n  ‸')).toBe('- a\n\n  b\n\n‸')
  expect(enter('1. a\n   ‸\n2. b')).toBe('1. a\n\n‸\n\n2. b')
  expect(enter('- a\n\n  ‸')).toBe('- a\n\n‸')
})

test('where there is text, in code and in the head the key is left to others', () => {
  for (const text of [
    '- a‸',
    '- ‸a',
    '‸- ',
    'Title\n-‸',
    '    ‸',
    '```\n- ‸\n```',
    '> ```\n> ‸\n> ```',
    '---\ntags:\n  - ‸\n---\n',
    '<!--\n- ‸\n-->',
    '‸',
    '- a\n‸',
    'a\n\n    - ‸',
  ])
    expect(enter(text), text).toBe(text)
})

test('one undo brings the marker back', () => {
  expect(press('1. a\n2. ‸\n3. b', endBlock, undo)).toBe('1. a\n2. ‸\n3. b')
  expect(press('> a\n>\n> ‸', endBlock, undo)).toBe('> a\n>\n> ‸')
})

test('Shift+Enter begins a line of the same item or quote', () => {
  const within = (marked: string) => press(marked, newLineWithin)
  expect(within('- a‸')).toBe('- a\n  ‸')
  expect(within('10. a‸b')).toBe('10. a\n    ‸b')
  expect(within('> a‸')).toBe('> a\n> ‸')
  expect(within('> a\n> ‸')).toBe('> a\n> \n> ‸')
  expect(within('> - a‸')).toBe('> - a\n>   ‸')
  expect(within('words‸')).toBe('words‸')
  expect(within('-‸ a')).toBe('-‸ a')
})

test('Enter continues a list without making it loose, and numbered tasks as tasks', () => {
  const next = (marked: string) => press(marked, continueBlock)
  expect(next('- a‸')).toBe('- a\n- ‸')
  expect(next('1. [x] a‸b\n2. [ ] c')).toBe('1. [x] a\n2. [ ] ‸b\n3. [ ] c')
  expect(next('- [x] a‸')).toBe('- [x] a\n- [ ] ‸')
  expect(next('- a\n\n- b‸')).toBe('- a\n\n- b\n\n- ‸')
  expect(next('> 1) [ ] a‸')).toBe('> 1) [ ] a\n> 2) [ ] ‸')
  expect(next('1. [link](x)‸')).toBe('1. [link](x)\n2. ‸')
})
