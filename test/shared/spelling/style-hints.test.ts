import { expect, test } from 'vitest'
import { readabilityOf, styleHintsIn } from '../../../shared/spelling/style-hints'

const shown = (text: string, language = 'en'): string[] =>
  styleHintsIn(text, language).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to).slice(0, 24)}`)

test.each([
  ['It was taken by the river.', ['passive: was taken']],
  ['The flag has been quietly removed again.', ['passive: been quietly removed']],
  ['She is tired and it is red; we are interested.', []],
  ['We walk the the dog.', ['repeated-word: the the']],
  ['We walk the\nThe dog.', []],
  ['He said that that had had an end.', []],
  ['no no', ['repeated-word: no no']],
  ['foot footage', []],
  ["it's it", []],
])('%s', (text, hints) => expect(shown(text)).toEqual(hints))

test('the passive voice is told in English alone', () => expect(shown('Es was taken', 'de')).toEqual([]))

test('a sentence is long by its words, not by its address or code', () => {
  const long = `Some ${'words of it some '.repeat(9)}end.`
  expect(shown(`Short. ${long} Short.`)).toEqual(['long-sentence: Some words of it some wo'])
  expect(styleHintsIn(long, 'en')[0]?.words).toBe(38)
  expect(shown(`${'https://x.example/a '.repeat(40)}end.`)).toEqual([])
})

test('readability follows long words and long sentences, and needs some text', () => {
  expect(readabilityOf('Too short.')).toBeNull()
  const easy = readabilityOf('We go out to the sea. It is cold. '.repeat(8)) ?? 0
  const hard =
    readabilityOf(
      `${'Considerable organisational responsibilities necessitate documentation '.repeat(8)}.`,
    ) ?? 0
  expect(easy).toBeLessThan(20)
  expect(hard).toBeGreaterThan(60)
})
