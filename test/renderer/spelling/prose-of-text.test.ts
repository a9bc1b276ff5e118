import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { markdownSupport } from '../../../renderer/editor/parse/markdown-support'
import { proseBetween } from '../../../renderer/spelling/prose-of-text'
import { wordsOfProse } from '../../../shared/spelling/prose-words'
import { parsed } from '../../support/editor-state'

const parsedState = (doc: string): EditorState => {
  const state = EditorState.create({ doc, extensions: markdownSupport() })
  return parsed(state)
}

const wordsOf = (text: string, isMdx = false, bodyFrom = 0): string =>
  proseBetween(parsedState(text), 0, text.length, bodyFrom, isMdx)
    .flatMap((prose) =>
      wordsOfProse(prose.text).map((word) => {
        expect(text.slice(prose.from + word.from, prose.from + word.to)).toBe(word.text)
        return word.text
      }),
    )
    .join(' ')

test.each([
  ['a heading and a paragraph', '# One two\n\nthree four\n', 'One two three four'],
  ['code', 'one `twoo` three\n\n```js\nfouur\n```\n\n    fivve\n\nsix', 'one three six'],
  [
    'links',
    'one [two](https://x.org/threee "four five") [six][sevven] <https://x.org/eigght>',
    'one two four five six',
  ],
  ['an image', '![one two](pics/threee.png)', 'one two'],
  ['HTML', 'one <span class="twoo">three</span> <!-- fouur -->\n\n<div>\nfivve\n</div>', 'one three'],
  ['marks around words', '**one** *two* ~~three~~ _four_', 'one two three four'],
  ['marks inside words', 'one **t**wo thre*ee* four', 'one four'],
  ['a list with a task', '- [ ] one\n- two\n  1. three', 'one two three'],
  ['a quote', '> one\n> two', 'one two'],
  ['a table', '| one | `twoo` |\n| - | - |\n| three | four |', 'one three four'],
  ['references', '[one][twoo]\n\n[twoo]: https://x.org/threee "Four"', 'one'],
  ['footnotes', 'one[^twoo] two[^three-fourr] ^[five]\n\n[^twoo]: six seven', 'one two five six seven'],
  ['an escape', 'one \\* two', 'one two'],
])('%s: only words in sentences are spelled', (_name, text, words) => {
  const found = wordsOf(text)
  expect(found).toBe(words)
})

test('MDX has code between the paragraphs', () => {
  const text =
    'import Chartt from \'./chartt\'\nexport const yeear = 1\n\none {yeear} two <Chartt facct="x" />\n'
  expect(wordsOf(text, true)).toBe('one two')
})

test('nothing of the head is spelled', () => {
  const text = ';;;\n"titel": "wordss"\n;;;\n\none two\n'
  expect(wordsOf(text, false, text.indexOf('\none'))).toBe('one two')
})

test('a block as long as a book is taken in parts', () => {
  const text = 'some words '.repeat(5_000)
  const [prose] = proseBetween(parsedState(text), 30_000, 31_000, 0, false)
  expect(prose?.text.length).toBeLessThan(2_000)
})
