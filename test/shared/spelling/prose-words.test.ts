import { expect, test } from 'vitest'
import { misspelledIn } from '../../../shared/spelling/check-words'
import { wordsOfProse } from '../../../shared/spelling/prose-words'

test.each([
  ['addresses', 'see https://exmaple.org/fooo?x=barr#q and www.exmaple.org', 'see and'],
  ['mail', 'to joe.doee@exmple.com or mailto:xx@yy.zz now', 'to or now'],
  ['names of files', 'in readmee.md or docs/guidde/setupp.ts it', 'in or it'],
  ['paths', 'at /usr/shaare and ~/bloog and C:\\Usrs\\x now', 'at and and now'],
  ['two words with a slash', 'this and/or that', 'this and or that'],
  ['names in code', 'call foo_barr and fooBarr and runn() now', 'call and and now'],
  ['numbers with letters', 'the 2nd h264 x2 of 10km', 'the of'],
  ['capitals', 'NASA and PDFs are IMPORTANTE', 'and are IMPORTANTE'],
  ['people and tags', 'by @gonne in #hashtagg but C# too', 'by in but too'],
  ['emoji names', 'a :smilee: it', 'it'],
  ['Hugo', 'a {{< figuure src="xx" >}} it {{% notte %}}this{{% /notte %}}', 'it this'],
  ['Liquid', 'so {% inclde x.html %} it {{ sitte.url }}', 'so it'],
  ['formulas', 'let $x_{ii} = \\alphaa$ be, and $$\nfooo\n$$ end, for $5 or $6', 'let be and end for or'],
  ['attributes', 'words {: .classs #idd} more {.leadd}', 'words more'],
  ['footnotes and alerts', 'word[^notte] and [!WARNNG] it', 'word and it'],
  ['HTML entities', 'a&nbsp;b &hellip; it', 'it'],
  ['apostrophes and hyphens', "don’t well-known l'homme", "don’t well-known l'homme"],
  ['Russian and Greek', 'дом και', 'дом και'],
  ['combining marks', 'cafe\u0301 it', 'cafe\u0301 it'],
])('of %s the words are taken', (_name, text, words) =>
  expect(
    wordsOfProse(text)
      .map((word) => word.text)
      .join(' '),
  ).toBe(words),
)

test('a word has its place in the text', () => {
  const text = 'see https://x.org the wrod, and thsi'
  for (const { text: word, from, to } of wordsOfProse(text)) expect(text.slice(from, to)).toBe(word)
})

test('many signs that open and never close take no long time', () => {
  const text = `${'{{'.repeat(2000)} ${'$a'.repeat(2000)} ${'a/'.repeat(2000)} word`
  expect(wordsOfProse(text.slice(-4)).length).toBe(1)
  expect(wordsOfProse(text).at(-1)?.text).toBe('word')
})

const known = new Set(['well', 'known', "l'homme", 'arte', 'dell', 'e-mail', "dog's", 'dog'])
const wrong = (text: string) => misspelledIn(text, (word) => known.has(word)).map((word) => word.text)

test.each([
  ['well-knwon', ['knwon']],
  ['well-known', []],
  ['e-mail', []],
  ["l'homme", []],
  ["dell'arte", []],
  ["dell'arrte", ["dell'arrte"]],
  ["dogg's", ["dogg's"]],
  ["dog's", []],
  ["arte's", []],
  ["arte'x", ["arte'x"]],
])('in %s is wrong: %j', (text, expected) => expect(wrong(text)).toEqual(expected))

test('a word in letters that no dictionary has is let pass', () =>
  expect(misspelledIn('Привет', () => null)).toEqual([]))

test.each(['a', 'a_', 'a1', 'a.', '{{', '{# ', '$a ', '[^ ', 'aA', 'a@'])(
  'a text of %j again and again is read to its end',
  (unit) => {
    const words = wordsOfProse(`First ${unit.repeat(100_000 / unit.length)} last`)
    expect([words[0]?.text, words.at(-1)?.text]).toEqual(['First', 'last'])
  },
)

test('a long text has the words of its parts, each at its place', () => {
  const sentence = 'Some words of prose, with `code` and https://example.com/a in them.\n'
  const text = sentence.repeat(500)
  const words = wordsOfProse(text)
  expect(words).toHaveLength(500 * wordsOfProse(sentence).length)
  for (const { text: found, from, to } of words) expect(text.slice(from, to)).toBe(found)
})
