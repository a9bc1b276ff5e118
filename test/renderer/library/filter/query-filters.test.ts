import { expect, test } from 'vitest'
import { hasFilter, toggleFilter } from '../../../../renderer/library/filter/query-filters'
import { matchesFilters, parsePostQuery } from '../../../../shared/posts/post-query'
import { summary } from '../../../support/posts'

test('a condition goes to the end of what is typed', () => {
  expect(toggleFilter('', 'tag', 'docker')).toBe('tag:docker')
  expect(toggleFilter('whales  "two words"', 'tag', 'docker')).toBe('whales "two words" tag:docker')
  expect(toggleFilter('', 'tag', 'two words')).toBe('tag:"two words"')
})

test('a condition that stands there is taken out, however it is written', () => {
  expect(toggleFilter('whales tag:docker featured:true', 'tag', 'docker')).toBe('whales featured:true')
  expect(toggleFilter('TAG:"docker"', 'tag', 'docker')).toBe('')
  expect(toggleFilter('-tag:docker', 'tag', 'docker')).toBe('-tag:docker tag:docker')
})

test('a condition is read as it was written', () => {
  for (const value of ['docker', 'two words', 'c++', 'a:b', '日本語'])
    expect(parsePostQuery(toggleFilter('', 'folder', value)).filters).toEqual([
      { field: 'folder', value, negated: false },
    ])
})

test('a query knows its conditions', () => {
  expect(hasFilter('whales missing:image', 'missing', 'image')).toBe(true)
  expect(hasFilter('whales missing:image', 'tag', 'image')).toBe(false)
  expect(hasFilter('missing', 'missing', 'image')).toBe(false)
})

test('quotes in a value are left out, and it is found all the same', () => {
  const query = toggleFilter('', 'tag', 'a "good" one')
  expect(query).toBe('tag:"a good one"')
  expect(hasFilter(query, 'tag', 'a "good" one')).toBe(true)
  expect(toggleFilter(query, 'tag', 'a "good" one')).toBe('')
  const post = summary('a.md', { tags: ['a "good" one'] })
  expect(matchesFilters(post, parsePostQuery(query).filters)).toBe(true)
})
