import { CompletionContext } from '@codemirror/autocomplete'
import { expect, test, vi } from 'vitest'
import { stateOf } from '../../../support/editor-state'

vi.stubGlobal('window', { api: { on: () => () => undefined } })
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
