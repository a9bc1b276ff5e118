import { expect, test } from 'vitest'
import { closeFence } from '../../../../renderer/editor/typing/close-fence'
import { printedSign } from '../../../../renderer/editor/typing/printed-sign'
import { wrapSelection } from '../../../../renderer/editor/typing/wrap-selection'
import { markedText, press, stateOf } from '../../../support/editor-state'

const wrapped = (marked: string, sign: string): string => {
  const state = stateOf(marked)
  const spec = wrapSelection(state, sign)
  return spec ? markedText(state.update(spec).state) : marked
}

test('signs typed over words wrap them, and again', () => {
  expect(wrapped('a <word>', '*')).toBe('a *<word>*')
  expect(wrapped('a *<word>*', '*')).toBe('a **<word>**')
  expect(wrapped('a <word>', '~')).toBe('a ~<word>~')
  expect(wrapped('<two words>', '[')).toBe('[<two words>]')
  expect(wrapped('<two words>', '"')).toBe('"<two words>"')
  expect(wrapped('<two\nlines>', '`')).toBe('`<two\nlines>`')
})

test('typed over several cells of a table they wrap the words of each', () => {
  const text = '| a | b |\n| - | - |'
  const state = stateOf('').update({
    changes: { from: 0, insert: text },
    selection: { anchor: 7, head: 2 },
  }).state
  const spec = wrapSelection(state, '*')
  expect(spec && state.update(spec).state.doc.toString()).toBe('| *a* | *b* |\n| - | - |')
})

test('over paragraphs, in code and without a selection they are typed', () => {
  expect(wrapped('<one\n\ntwo>', '*')).toBe('<one\n\ntwo>')
  expect(wrapped('```\n<code>\n```', '*')).toBe('```\n<code>\n```')
  expect(wrapped('a| b', '*')).toBe('a| b')
  expect(wrapped('<word>', 'x')).toBe('<word>')
})

test('Enter behind the opening of a fence writes its end', () => {
  expect(press(closeFence, 'a\n\n```js|')).toBe('a\n\n```js\n|\n```')
  expect(press(closeFence, '```js|\n\n```\n\nmore')).toBe('```js\n|\n```\n\nmore')
  expect(press(closeFence, '```js|\nx\n```')).toBe('```js|\nx\n```')
  expect(press(closeFence, '~~~~|')).toBe('~~~~\n|\n~~~~')
  expect(press(closeFence, '```js|\ncode\n```')).toBe('```js|\ncode\n```')
  expect(press(closeFence, '```js\ncode\n```|')).toBe('```js\ncode\n```|')
  expect(press(closeFence, '- ```js|')).toBe('- ```js\n  |\n  ```')
  expect(press(closeFence, '10. ~~~|\n11. b')).toBe('10. ~~~\n    |\n    ~~~\n11. b')
  expect(press(closeFence, '```js|\n\n```ts\nx\n```')).toBe('```js\n|\n```\n\n```ts\nx\n```')
})

test('quotes, dashes and ellipses are printed by what stands before them', () => {
  expect(printedSign('say ', '"')?.sign).toBe('“')
  expect(printedSign('say “so', '"')?.sign).toBe('”')
  expect(printedSign('', "'")?.sign).toBe('‘')
  expect(printedSign('don', "'")?.sign).toBe('’')
  expect(printedSign('a -', '-')).toEqual({ back: 1, sign: '–' })
  expect(printedSign('a –', '-')).toEqual({ back: 1, sign: '—' })
  expect(printedSign('wait..', '.')).toEqual({ back: 2, sign: '…' })
  expect(printedSign('-', '-')).toBeNull()
  expect(printedSign('wait...', '.')).toBeNull()
})
