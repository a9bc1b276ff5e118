import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { headField } from '../../../../renderer/document/state/head-field'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'
import { addressOverWords, tableOfText } from '../../../../renderer/editor/paste/copied-text'

test('tab-separated rows are a table', () => {
  expect(tableOfText('a\tb\n1\t2|3\n')).toBe('| a   | b    |\n| --- | ---- |\n| 1   | 2\\|3 |')
  expect(tableOfText('name\tnote\nx\t"two\nlines"\ny\t"say ""so"""')).toBe(
    '| name | note      |\n| ---- | --------- |\n| x    | two lines |\n| y    | say "so"  |',
  )
  expect(tableOfText('a\t\n\tb')).toBe('| a   |     |\n| --- | --- |\n|     | b   |')
  expect(tableOfText('日\tb\n1\t2')).toBe('| 日  | b   |\n| --- | --- |\n| 1   | 2   |')
})

test('other text with tabs is not', () => {
  for (const text of ['a\tb', 'a\nb', '\tif x:\n\t\ty', 'a\tb\nc', 'a\tb\tc\nd\te', '', 'x:\n\ty\n'])
    expect(tableOfText(text), text).toBeNull()
})

/** The text after an address was pasted over the selection between two `^`; null if it just replaces it. */
const over = (marked: string, address: string): string | null => {
  const [anchor = 0, head = 0] = [...marked.matchAll(/\^/g)].map(({ index }, number) => index - number)
  const state = EditorState.create({
    doc: marked.replaceAll('^', ''),
    selection: { anchor, head },
    extensions: [markdownSupport(), headField],
  })
  const spec = addressOverWords(state, address)
  return spec && state.update(spec).state.doc.toString()
}

test('an address over words makes a link that renders, whatever it has in it', () => {
  expect(over('see ^words^ x', 'https://a.b/c')).toBe('see [words](https://a.b/c) x')
  expect(over('^words^', 'https://a.b/c_(d)')).toBe('[words](<https://a.b/c_(d)>)')
  expect(over('^words^', 'https://a.b/c)')).toBe('[words](<https://a.b/c)>)')
  expect(over('^words^', ' https://a.b/c\n')).toBe('[words](https://a.b/c)')
  expect(over('^words^', 'www.a.b/c')).toBe('[words](https://www.a.b/c)')
  expect(over('^words^', 'mailto:a@b.c')).toBe('[words](mailto:a@b.c)')
  expect(over('^**bold** and `code`^', 'https://a.b')).toBe('[**bold** and `code`](https://a.b)')
  expect(over('| ^x^ | y |\n| - | - |', 'https://a.b')).toBe('| [x](https://a.b) | y |\n| - | - |')
  expect(over('**a ^b^ c**', 'https://a.b')).toBe('**a [b](https://a.b) c**')
})

test('over the words of a link it is the new address', () => {
  expect(over('[^words^](x "T")', 'https://a.b')).toBe('[words](https://a.b "T")')
  expect(over('[some ^words^](x)', 'https://a.b')).toBe('[some words](https://a.b)')
})

test('elsewhere it replaces the selection', () => {
  for (const text of [
    '`^code^`',
    '^https://x.y^',
    '![^alt^](x.png)',
    '^![alt](x.png)^',
    '^[a](b) c^',
    '^one\n\ntwo^',
    '**a ^b** c^',
    '```\n^x^\n```',
    '---\ntitle: ^x^\n---\n',
    '| ^a | b^ |\n| - | - |',
    '^ ^',
  ])
    expect(over(text, 'https://a.b'), text).toBeNull()
  expect(over('^words^', 'https://a.b/c d')).toBeNull()
  expect(over('^words^', '/posts/x')).toBeNull()
})
