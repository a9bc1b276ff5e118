import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { piecesBetween } from '../../../../renderer/live/draw/pieces'
import { parsed } from '../../../support/editor-state'

const pieces = (doc: string, from = 0, to = doc.length): string[] => {
  const state = EditorState.create({ doc, extensions: [markdown({ base: markdownLanguage })] })
  return piecesBetween(parsed(state), from, to).map((piece) => doc.slice(piece.from, piece.to))
}

test('a footnote is one piece with the indented paragraphs below it, wherever the text in sight begins', () => {
  const note = '[^1]: Words of it.\n\n    More.\n\n    - list'
  const doc = `Text.\n\n${note}\n\nAfter.`
  expect(pieces(doc)).toEqual(['Text.', note, 'After.'])
  expect(pieces(doc, doc.indexOf('- list'))).toEqual([note, 'After.'])
  expect(pieces('[^1]: a b\n[^2]: c d\n\n\tMore.')).toEqual(['[^1]: a b\n[^2]: c d\n\n\tMore.'])
})

test('a footnote of one word is read, and so is a link definition', () => {
  expect(pieces('[^1]: Iron\n\n    More.')).toEqual(['[^1]: Iron\n\n    More.'])
  expect(pieces('[^1]: Iron')).toEqual(['[^1]: Iron'])
  expect(pieces('[a]: https://e.org\n\nWords.')).toEqual(['[a]: https://e.org', 'Words.'])
})

test('code below a paragraph or a link definition stays a piece of its own', () => {
  expect(pieces('Words [^1]: no.\n\n    code')).toEqual(['Words [^1]: no.', '    code'])
  expect(pieces('[a]: https://e.org\n\n    code')).toEqual(['[a]: https://e.org', '    code'])
})
