import { deleteMarkupBackward, insertNewlineContinueMarkup } from '@codemirror/lang-markdown'
import { EditorState, type StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'
import { parseWithin } from '../../../../renderer/editor/typing/parse-to-caret'

/** However busy the machine is. */
const parseAll = parseWithin(60_000)

/** More than CodeMirror parses when a text is opened. */
const before = 'Some words.\n\n'.repeat(500)

/** The end of a long text after the commands of a key. */
const press = (commands: readonly StateCommand[], marked: string): string => {
  const [start = '', end = ''] = (before + marked).split('|')
  let state = EditorState.create({
    doc: start + end,
    selection: { anchor: start.length },
    extensions: markdownSupport(),
  })
  for (const command of commands)
    command({
      state,
      dispatch: (transaction) => {
        state = transaction.state
      },
    })
  const { head } = state.selection.main
  return `${state.sliceDoc(before.length, head)}|${state.sliceDoc(head)}`
}

test('lists and quotes go on and end where the text is not parsed yet', () => {
  const enter = (marked: string) => press([parseAll, insertNewlineContinueMarkup], marked)
  expect(enter('- one|')).toBe('- one\n- |')
  expect(enter('1. one|\n')).toBe('1. one\n2. |\n')
  expect(enter('- [x] one|')).toBe('- [x] one\n- [ ] |')
  expect(enter('> words|')).toBe('> words\n> |')
  expect(enter('> words\n>\n> |')).toBe('> words\n\n|')
  expect(enter('- one\n- two\n- |')).toBe('- one\n- two\n|')
  expect(enter('words|')).toBe('words|')
})

test('Backspace takes the mark of a list there', () => {
  expect(press([parseAll, deleteMarkupBackward], '- one\n- |')).toBe('- one\n  |')
})
