import { describe, expect, test } from 'vitest'
import { parsePostQuery } from '../../../shared/posts/post-query'
import { createTextMatcher, patternOf } from '../../../shared/posts/text-matcher'

const plain = { wholeWord: false, matchCase: false, regex: false }
const found = (text: string, query: string, how: Partial<typeof plain> = {}): string[] | null =>
  createTextMatcher(parsePostQuery(query).words, { ...plain, ...how, text: query })
    .find(text)
    ?.map(([from, to]) => text.slice(from, to)) ?? null

describe('words', () => {
  test('case and accents make no difference', () => {
    expect(found('Café, CAFE und cafe\u0301', 'café')).toEqual(['Café', 'CAFE', 'cafe\u0301'])
  })
  test('case makes one where it is asked for', () => {
    expect(found('Docker docker', 'docker', { matchCase: true })).toEqual(['docker'])
  })
  test('whole words only', () => {
    expect(found('cat concat cat_x cat.', 'cat', { wholeWord: true })).toEqual(['cat', 'cat'])
  })
  test('every word has to be there, and no unwanted one', () => {
    expect(found('red green', 'red blue')).toBeNull()
    expect(found('red green', 'red -green')).toBeNull()
    expect(found('red green', 'green red')).toEqual(['red', 'green'])
  })
  test('signs count', () => {
    expect(found('c and c++', 'c++')).toEqual(['c++'])
  })
  test('parts of Japanese and Chinese sentences', () => {
    expect(found('今日は新しいブログを書きます', 'ブログ')).toEqual(['ブログ'])
  })
})

describe('regular expressions', () => {
  test('are case-blind unless asked', () => {
    expect(found('Node 20 node 24', 'node \\d+', { regex: true })).toEqual(['Node 20', 'node 24'])
  })
  test('one that matches nothing at a place goes on', () => {
    expect(found('baab', 'a*', { regex: true })).toEqual(['aa'])
  })
  test('one that is none is refused with its reason', () => {
    expect(() => patternOf({ ...plain, regex: true, text: '(' })).toThrow(/regular expression/)
  })
  test('a plain text is taken literally', () => {
    expect('a.b a-b'.replace(patternOf({ ...plain, text: 'a.b' }), 'x')).toBe('x a-b')
  })
})
