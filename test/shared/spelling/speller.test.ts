import { describe, expect, test } from 'vitest'
import { dictionaryOf, languagesOf } from '../../../shared/spelling/choose-dictionary'
import { dictionaryOfTexts } from '../../../shared/spelling/hunspell/dictionary'
import { createSpeller, type SpellingSetup } from '../../../shared/spelling/speller'

const english =
  'the weather was very bad that morning and we walked along the river for hours without meeting anybody else cafe'
const german =
  'das Wetter war an diesem Morgen sehr schlecht und wir gingen stundenlang am Fluss entlang ohne jemanden zu treffen'
const russian = 'погода была очень плохая'
const texts: Readonly<Record<string, string>> = { en: english, 'de-DE': german, ru: russian }

const usual: SpellingSetup = {
  known: ['en', 'de-DE', 'ru'],
  preferred: ['en-US'],
  always: [],
  stated: null,
  sample: '',
  words: [],
}

const check = async (text: string, setup: Partial<SpellingSetup> = {}): Promise<string[]> => {
  const asked: string[] = []
  const speller = createSpeller(async (tag) => {
    asked.push(tag)
    return dictionaryOfTexts('SET UTF-8\nTRY abc\n', (texts[tag] ?? '').split(' ').join('\n'))
  })
  speller.setUp({ ...usual, ...setup })
  const found = await speller.check(text)
  expect(new Set(asked).size).toBe(asked.length) // each is read once
  return found.map((word) => word.text)
}

describe('the language of a paragraph', () => {
  test('is what head or site say', async () => {
    expect(await check('Wetter the', { stated: 'de' })).toEqual(['the'])
    expect(await check('Wetter the', { stated: 'en-GB' })).toEqual(['Wetter'])
  })
  test('is found where nobody says it, by the paragraph or by the rest of the post', async () => {
    expect(await check(`${german} xyz`)).toEqual(['xyz'])
    expect(await check('Wetter the', { sample: german })).toEqual(['the'])
  })
  test('may be another than that of the post', async () => {
    expect(await check(`${german} xyz`, { stated: 'en' })).toEqual(['xyz'])
    expect(await check(`${english} xyz`, { stated: 'en' })).toEqual(['xyz'])
  })
  test('has nothing to be checked with where there is no dictionary', async () => {
    expect(await check(`${german} xyz`, { known: ['en'], stated: 'de' })).toEqual([])
    expect(await check(`${german} xyz`, { known: ['en'], stated: 'en' })).toEqual([])
  })
  test('does not hide a foreign word of another alphabet', async () => {
    expect(await check('the погода xyz', { stated: 'en' })).toEqual(['xyz'])
  })
})

test('several languages hold in one paragraph by choice', async () => {
  expect(await check('the Wetter погодка xyz', { stated: 'en', always: ['de-DE', 'ru'] })).toEqual([
    'погодка',
    'xyz',
  ])
  expect(await check('the Wetter', { stated: 'en', always: ['xx'] })).toEqual(['Wetter'])
})

test.each([
  ['Postwright', 'the Postwright POSTWRIGHT postwright', ['postwright']],
  ['zettel', 'the zettel Zettel ZETTEL zettel’s', []],
  ['d’Oyly', "the d'Oyly", []],
])('the word %s that was taught is right', async (word, text, wrong) =>
  expect(await check(text, { stated: 'en', words: [word] })).toEqual(wrong),
)

test('English takes marks that its dictionary lacks', async () => {
  expect(await check('the café', { stated: 'en' })).toEqual([])
  expect(await check('das Wettér', { stated: 'de' })).toEqual(['Wettér'])
})

test('a dictionary that cannot be used checks nothing, and the others go on', async () => {
  const speller = createSpeller(async (tag) => (tag === 'en' ? null : dictionaryOfTexts('', 'gut')))
  speller.setUp({ ...usual, always: ['de-DE'] })
  expect((await speller.check('gut xyz')).map(({ text }) => text)).toEqual(['xyz'])
  expect(await speller.suggest('xyz', 'xyz')).toEqual([])
})

test.each([
  ['de', 'de-DE'],
  ['de_AT', 'de-AT'],
  ['de-CH', 'de-DE'],
  ['no', 'nb-NO'],
  ['fr', null],
  ['en-GB', 'en'],
])('the dictionary for %s is %s', (language, tag) =>
  expect(dictionaryOf(language, ['de-AT', 'de-DE', 'en', 'nb-NO'], ['de-DE'])).toBe(tag),
)

test('a system without a locale has no language of its own', () => {
  expect(languagesOf(['c'])).toEqual([])
  expect(languagesOf(['C.UTF-8', 'POSIX', ''])).toEqual([])
  expect(languagesOf(['de-DE', 'en_GB', 'gsw', 'hu'])).toEqual(['de-DE', 'en_GB', 'gsw', 'hu'])
})
