import { expect, test } from 'vitest'
import { dictionariesFor, mayCheckSpelling } from '../../../electron/window/dictionaries'

const known = ['de', 'de-DE', 'en-AU', 'en-GB', 'en-US', 'fr', 'he', 'nb', 'pl', 'pt-BR', 'pt-PT', 'sr']

test.each([
  // checking, downloads, fetched, may check
  [false, false, true, false],
  [false, true, true, false],
  [true, false, true, false],
  [true, true, true, true],
  [false, false, false, false],
  [true, false, false, true],
])(
  'checking %s, downloads %s, dictionaries are fetched %s: may check %s',
  (spellcheck, downloadDictionaries, isFetched, may) => {
    expect(mayCheckSpelling({ spellcheck, downloadDictionaries }, isFetched)).toBe(may)
  },
)

test.each([
  ['de', ['de']],
  ['de-AT', ['de']],
  ['DE_de', ['de-DE']],
  ['en-GB', ['en-GB']],
  ['en-gb', ['en-GB']],
  ['pl-PL', ['pl']],
  ['no', ['nb']],
  ['iw', ['he']],
  ['pt', ['pt-BR']],
  ['sr-Latn', ['sr']],
])('a post in %s is checked with %j', (language, dictionaries) => {
  expect(dictionariesFor(language, known, ['fr-FR'])).toEqual(dictionaries)
})

test('the country of the writer decides where the post names none', () => {
  expect(dictionariesFor('en', known, ['de-DE', 'en-AU'])).toEqual(['en-AU'])
  expect(dictionariesFor('pt', known, ['pt-PT'])).toEqual(['pt-PT'])
})

test.each(['fi', 'zh', 'xx', '-', 'e'])('nothing is checked in %s, which has no dictionary', (language) => {
  expect(dictionariesFor(language, known, ['en-US'])).toEqual([])
})

test('a post in no known language is checked in those of the system', () => {
  expect(dictionariesFor(null, known, ['fr-CA', 'en-US', 'fi-FI'])).toEqual(['fr', 'en-US'])
  expect(dictionariesFor(null, [], ['fr-CA'])).toEqual([])
})
