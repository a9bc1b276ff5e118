import { SearchQuery } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { countMatches, matchesInWords, matchFrom } from '../../../../renderer/editor/search/search-matches'
import { stateOf } from '../../../support/editor-state'

const count = (search: string, marked: string, more = {}, isTimeUp = () => false): string => {
  const query = new SearchQuery({ search, ...more })
  return matchesInWords(countMatches(query, stateOf(marked), isTimeUp), query)
}

test('matches are counted, and the selected one is found among them', () => {
  expect(count('oar', 'oar |Oar oar')).toBe('3')
  expect(count('oar', 'oar Oar <oar>')).toBe('3 of 3')
  expect(count('oar', 'oar <Oar> oar', { caseSensitive: true })).toBe('2')
})

test('nothing, nothing found, and a pattern that is none', () => {
  expect(count('', 'oar|')).toBe('')
  expect(count('sail', 'oar|')).toBe('No results')
  expect(count('(', 'oar|', { regexp: true })).toBe('Invalid regular expression')
})

test('more than can be counted in a moment are so many and more', () => {
  expect(count('a', `${'a '.repeat(5_000)}|`)).toBe('2000+')
  let looks = 0
  expect(count('oar', '<oar> oar oar oar', {}, () => ++looks === 3)).toBe('1 of 3+')
})

test('what is typed is found from the caret on, and again from the start of the body', () => {
  const text = '---\ntitle: needle\n---\n\na needle, a thread, a needle\n'
  const state = EditorState.create({ doc: text })
  const body = text.indexOf('\n\na ') + 1
  const at = (search: string, from: number) => matchFrom(new SearchQuery({ search }), state, from, body)?.from
  expect(at('needle', body)).toBe(text.indexOf('needle,'))
  expect(at('needle', text.indexOf('thread'))).toBe(text.lastIndexOf('needle'))
  expect(at('needle', text.length - 2)).toBe(text.indexOf('needle,'))
  expect(at('title', body)).toBeUndefined()
  expect(at('', body)).toBeUndefined()
})

test('the next whole word is never a part of the word in which the search begins', () => {
  const state = stateOf('concat cat cats')
  const at = (from: number, more = {}) =>
    matchFrom(new SearchQuery({ search: 'cat', wholeWord: true, ...more }), state, from, 0)?.from
  expect(at(3)).toBe(7)
  expect(at(7)).toBe(7)
  expect(at(8)).toBe(7)
  expect(at(3, { wholeWord: false })).toBe(3)
  expect(at(3, { regexp: true, search: 'c[a]t' })).toBe(7)
})
