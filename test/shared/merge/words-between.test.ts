import { expect, test } from 'vitest'
import { wordsBetween } from '../../../shared/merge/words-between'

const shown = (was: string, is: string): string =>
  wordsBetween(was, is)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}}` : `{-${text}}`))
    .join('')

test.each([
  ['a colour here', 'a color here', 'a {-colour}{+color} here'],
  ['one', 'one two', 'one{+ two}'],
  ['tags: [sea, boats]', 'tags: [sea]', 'tags: [sea{-, boats}]'],
  ['same', 'same', 'same'],
  ['', 'new', '{+new}'],
  ['a  b', 'a b', 'a{-  }{+ }b'],
])('%j to %j', (was, is, words) => {
  expect(shown(was, is)).toBe(words)
})

test.each([
  ['Łódź, été', 'Łódź, hiver'],
  ['日本語の文', '日本の文'],
  ['x '.repeat(30_000), 'y'],
])('the words are the two texts again', (was, is) => {
  const words = wordsBetween(was, is)
  const without = (left: string) => words.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
  expect(without('added')).toBe(was)
  expect(without('removed')).toBe(is)
})
