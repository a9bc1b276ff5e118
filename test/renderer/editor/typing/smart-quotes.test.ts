import { closeBrackets } from '@codemirror/autocomplete'
import { EditorState, type Transaction, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { beforeAll, expect, test, vi } from 'vitest'
import { headField } from '../../../../renderer/document/state/head-field'
import { defaultSettings } from '../../../../shared/settings'

vi.stubGlobal('window', { api: { on: () => () => undefined } })
const { startSettings } = await import('../../../../renderer/base/settings-store')
const { markdownSupport } = await import('../../../../renderer/editor/parse/markdown-support')
const { smartQuotes } = await import('../../../../renderer/editor/typing/smart-quotes')

/** The text after typing letter by letter, as the editor's view passes letters on. */
const typed = (letters: string, text = ''): string => {
  let state = EditorState.create({
    doc: text,
    selection: { anchor: text.length },
    extensions: [markdownSupport(), headField, closeBrackets(), smartQuotes],
  })
  const view = {
    composing: false,
    get state() {
      return state
    },
    dispatch: (spec: TransactionSpec | Transaction) => {
      state = 'state' in spec ? (spec as Transaction).state : state.update(spec).state
    },
  } as unknown as EditorView
  for (const letter of letters) {
    const { from, to } = state.selection.main
    const insert = () => state.update(state.replaceSelection(letter), { userEvent: 'input.type' })
    const isTaken = state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, letter, insert))
    if (!isTaken) state = insert().state
  }
  return state.doc.toString()
}

beforeAll(() => startSettings({ ...defaultSettings, smartQuotes: true }))

test('quotes become typographic where brackets are closed, too', () => {
  expect(typed(`"Quoted" 'it' don't`)).toBe('“Quoted” ‘it’ don’t')
  expect(typed('He said ("so")')).toBe('He said (“so”)')
  expect(typed(`"a 'b' c"`)).toBe('“a ‘b’ c”')
  expect(typed(`the '90s -- and so... "x"`)).toBe('the ’90s – and so… “x”')
  expect(typed(`5'10"`)).toBe('5’10”')
})

test('in code they stay', () => {
  expect(typed('"x', '```\n')).toContain('"x')
  expect(typed('"x', '{{< card title=')).toContain('"x')
})

test('without the setting no apostrophe is doubled', () => {
  startSettings(defaultSettings)
  expect(typed(`the '90s and 'tis "so"`)).toBe(`the '90s and 'tis "so"`)
  startSettings({ ...defaultSettings, smartQuotes: true })
})
