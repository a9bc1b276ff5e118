import { CompletionContext } from '@codemirror/autocomplete'
import { Transaction, type TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { expect, test, vi } from 'vitest'
import { markedText, stateOf } from '../../../support/editor-state'

vi.stubGlobal('window', { api: { on: () => () => undefined } })
const { registerCommand } = await import('../../../../renderer/base/command-bus')
const { addInsertions } = await import('../../../../renderer/base/insertions/insertions')
const { setSiteSnippets } = await import('../../../../renderer/base/insertions/snippets')
const { completeHeadings } = await import('../../../../renderer/editor/typing/heading-completion')
const { completeSlash } = await import('../../../../renderer/editor/typing/slash-menu')

const at = (marked: string): CompletionContext => {
  const state = stateOf(marked)
  return new CompletionContext(state, state.selection.main.head, false)
}

const offered = (marked: string): readonly string[] =>
  completeSlash(at(marked))?.options.map(({ label, displayLabel }) => displayLabel ?? label) ?? []

test.each([
  'Heading 1',
  'Heading 2',
  'Heading 3',
  'Bullet list',
  'Numbered list',
  'Task list',
  'Quote',
  'Table',
  'Image',
  'Code block',
  'Footnote',
  'Alert',
  'Diagram',
  'Formula',
  'Horizontal rule',
])('a slash on an empty line offers %s', (label) => {
  expect(offered('/|')).toContain(label)
  expect(offered('> /|')).toContain(label)
  expect(offered('- /ta|')).toContain(label)
})

test('snippets and what the site has are offered behind the commands', () => {
  setSiteSnippets({ greeting: 'Dear reader,' })
  addInsertions(() => [{ name: 'card', detail: 'shortcode', insert: () => undefined }])
  expect(offered('/|')).toEqual(expect.arrayContaining(['greeting', 'card']))
})

test.each(['words /|', '/| words', '```\n/|\n```', '/usr/bin|', 'https:/|'])(
  'nothing is offered at %j',
  (marked) => expect(offered(marked)).toEqual([]),
)

test('a # in a link offers the headings of the post by their anchors', () => {
  const labels = (marked: string) => completeHeadings(at(marked))?.options.map(({ label }) => label)
  expect(labels('# One two\n\n## Three\n\n[a](#|')).toEqual(['#one-two', '#three'])
  expect(labels('# One two\n\n[a]: #o|')).toEqual(['#one-two'])
  expect(labels('# One two\n\nsee #|')).toBeUndefined()
})

test.each([
  ['math', 'Formula'],
  ['mermaid', 'Diagram'],
  ['todo', 'Task list'],
  ['callout', 'Alert'],
  ['divider', 'Horizontal rule'],
  ['picture', 'Image'],
])('%j finds %s, too', (typed, title) => {
  const found = completeSlash(at(`/${typed}|`))?.options.filter(({ label }) => label.includes(typed))
  expect(found?.map(({ displayLabel }) => displayLabel)).toContain(title)
})

/** The text after choosing an option at `|`. */
const chosen = (marked: string, label: string): string => {
  let state = stateOf(marked)
  const context = new CompletionContext(state, state.selection.main.head, false)
  const result = completeSlash(context)
  const option = result?.options.find(({ displayLabel }) => displayLabel === label)
  const view = {
    get state() {
      return state
    },
    dispatch: (...specs: TransactionSpec[]) => {
      const [first] = specs
      state = first instanceof Transaction ? first.state : state.update(...specs).state
    },
  } as unknown as EditorView
  if (!result || !option || typeof option.apply !== 'function') throw new Error(`no ${label}`)
  option.apply(view, option, result.from, state.selection.main.head)
  return markedText(state)
}

test('a list or quote above text is apart from it, and one within its own kind stays', () => {
  expect(chosen('/quo|\ntext', 'Quote')).toBe('|\n\ntext') // the command itself is run by the app
  expect(chosen('/bul|\ntext', 'Bullet list')).toBe('|\n\ntext')
  expect(chosen('/bul|\n- a', 'Bullet list')).toBe('|\n- a')
  expect(chosen('/bul|\n\ntext', 'Bullet list')).toBe('|\n\ntext')
  expect(chosen('/tab|\ntext', 'Table')).toBe('|\ntext')
  expect(chosen('- a\n- /quo|', 'Quote')).toBe(`- a\n- ${String.fromCharCode(62)} |`)
})

test('in a list the slash for the same kind of list changes nothing', () => {
  const run = vi.fn()
  registerCommand('bullet-list', run)
  registerCommand('task-list', run)
  expect(chosen('- a\n- /bul|', 'Bullet list')).toBe('- a\n- |')
  expect(chosen('- [ ] a\n- [ ] /task|', 'Task list')).toBe('- [ ] a\n- [ ] |')
  expect(run).not.toHaveBeenCalled()
  chosen('- a\n- /task|', 'Task list')
  expect(run).toHaveBeenCalledOnce()
})
