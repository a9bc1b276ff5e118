import { deleteCharBackward, deleteGroupBackward } from '@codemirror/commands'
import { EditorState, type TransactionSpec } from '@codemirror/state'
import type { Command, EditorView } from '@codemirror/view'
import { expect, test } from 'vitest'
import { toggleBold } from '../../../renderer/editor/commands/inline-commands'
import { markdownSupport } from '../../../renderer/editor/parse/markdown-support'
import { keepPadding } from '../../../renderer/tables/keep-padding'

const head = '| Boat     | Crew |\n| -------- | ---: |\n'

/** The last line of a table after typing at `^`, or after a command; the caret is marked the same way. */
const edited = (marked: string, edit: Command | string, above = head, userEvent = 'input.type'): string => {
  const doc = above + marked.replaceAll('^', '')
  const at = [...marked.matchAll(/\^/g)].map(({ index }, number) => above.length + index - number)
  const [anchor = 0, to = anchor] = at
  let state = EditorState.create({
    doc,
    selection: { anchor, head: to },
    extensions: [markdownSupport(), keepPadding],
  })
  const send = (spec: TransactionSpec) => {
    state = state.update(spec).state
  }
  if (typeof edit !== 'string')
    edit({ state, dispatch: send } as unknown as EditorView) // these commands use nothing else of the view
  else for (const letter of edit) send({ ...state.replaceSelection(letter), userEvent })
  const { head: caret } = state.selection.main
  const line = state.doc.lineAt(caret)
  return `${line.text.slice(0, caret - line.from)}^${line.text.slice(caret - line.from)}`
}

test('words typed in a padded cell take its padding, and the pipes stay aligned', () => {
  expect(edited('| Ter^      |    4 |', 'n')).toBe('| Tern^     |    4 |')
  expect(edited('| ^         |    4 |', 'Tern')).toBe('| Tern^     |    4 |')
  expect(edited('| The^ Tern |    4 |', ' ')).toBe('| The ^ Tern |    4 |') // nothing to take
  expect(edited('| The^ Te   |    4 |', 'n x')).toBe('| Then x^ Te |    4 |')
  expect(edited('| Tern     |    ^4 |', '1')).toBe('| Tern     |   1^4 |')
  expect(edited('| Tern     |    4^ |', '2')).toBe('| Tern     |   42^ |')
  expect(edited('| 日^       |    4 |', '本')).toBe('| 日本^     |    4 |')
  expect(edited('> | a^  |', 'b', '> | Bo |\n> | -- |\n')).toBe('> | ab^ |')
  expect(edited('| a^        |    4 |', 'z', head, 'input.paste')).toBe('| az^       |    4 |')
})

test('words deleted in an aligned cell leave padding behind', () => {
  expect(edited('| Tern^     |    4 |', deleteCharBackward)).toBe('| Ter^      |    4 |')
  expect(edited('| The Tern^ |    4 |', deleteGroupBackward)).toBe('| The ^     |    4 |')
  expect(edited('| Tern     |   12^ |', deleteCharBackward)).toBe('| Tern     |    1^ |')
  expect(edited('| 日本^     |    4 |', deleteCharBackward)).toBe('| 日^       |    4 |')
})

test('marks of a selection take the padding too', () => {
  expect(edited('| ^Te^       |    4 |', toggleBold)).toBe('| **Te^**   |    4 |')
})

test('where the pipes are not aligned no other byte moves', () => {
  expect(edited('| Ter^  | 4 |', 'n')).toBe('| Tern^  | 4 |')
  expect(edited('| Tern^ | 4 |', deleteCharBackward)).toBe('| Ter^ | 4 |')
  expect(edited('| a^   |', 'b', '| Boat |\n| - |\n')).toBe('| ab^   |')
  expect(edited('| a^        | no table', 'b', 'words\n\n')).toBe('| ab^        | no table')
  expect(edited('| Ter^      |    4 |', 'n', head, 'input.type.compose')).toBe('| Tern^      |    4 |')
  expect(edited('| Ter^      |    4 |', 'n', head, 'input.table')).toBe('| Tern^      |    4 |')
})

test('a cell that has outgrown its column is padded only from its width on', () => {
  expect(edited('| The Terns^ |    4 |', deleteCharBackward)).toBe('| The Tern^ |    4 |')
})
