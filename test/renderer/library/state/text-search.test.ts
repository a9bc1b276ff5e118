import { beforeEach, expect, test, vi } from 'vitest'
import type { SearchRequest, SearchResult } from '../../../../shared/posts/post-search'
import { installApi } from '../../../support/fake-api'
import { summary } from '../../../support/posts'

let answer: (request: SearchRequest) => Promise<SearchResult>
const hit = (id: string): SearchResult => ({
  hits: [{ id, title: id, matches: 1, lines: [] }],
  posts: 1,
  more: false,
})
const fake = installApi({ searchPosts: (request: SearchRequest) => answer(request) })
const { setQuery, takeChanges } = await import('../../../../renderer/library/state/library-store')
const { setSearchOption, startTextSearch, useTextSearch } = await import(
  '../../../../renderer/library/state/text-search'
)
startTextSearch()

const found = () => useTextSearch.getState().hits.map(({ id }) => id)
const pass = () => vi.advanceTimersByTimeAsync(500)

beforeEach(async () => {
  vi.useFakeTimers()
  answer = async ({ text }) => hit(text)
  setQuery('')
  await pass()
  fake.called.length = 0
})

test('typing asks once the writer rests', async () => {
  for (const text of ['ma', 'mar', 'marm']) setQuery(text)
  await pass()
  expect(fake.called).toHaveLength(1)
  expect(found()).toEqual(['marm'])
})

test('one letter asks nothing, and an emptied field shows nothing', async () => {
  setQuery('marmalade')
  await pass()
  setQuery('m')
  await pass()
  expect(found()).toEqual([])
  expect(fake.called).toHaveLength(1)
})

test('one letter that is a word is searched for', async () => {
  setQuery('猫')
  await pass()
  expect(found()).toEqual(['猫'])
})

test('what was found is found again after posts changed', async () => {
  setQuery('marmalade')
  await pass()
  answer = async () => hit('renamed')
  takeChanges({ changed: [summary('renamed')], removed: ['marmalade'], reset: false })
  await vi.advanceTimersByTimeAsync(100)
  expect(found()).toEqual(['marmalade'])
  await pass()
  expect(found()).toEqual(['renamed'])
  takeChanges({ changed: [summary('other')], removed: [], reset: false })
  setQuery('')
  await pass()
  expect(fake.called).toHaveLength(2)
})

test('an answer that comes late is not shown', async () => {
  let late: (result: SearchResult) => void = () => undefined
  answer = () =>
    new Promise((resolve) => {
      late = resolve
    })
  setQuery('first')
  await pass()
  answer = async () => hit('second')
  setQuery('second')
  await pass()
  late(hit('first'))
  await pass()
  expect(found()).toEqual(['second'])
})

test('what was found stays while its word grows, and goes with another word', async () => {
  setQuery('mar')
  await pass()
  setQuery('marm')
  expect(found()).toEqual(['mar'])
  setQuery('jam')
  expect(found()).toEqual([])
})

test('an option asks again, and what cannot be searched says why', async () => {
  setQuery('(')
  setQuery('((')
  await pass()
  answer = async () => {
    throw new Error('The regular expression has no end.')
  }
  setSearchOption('regex', true)
  await pass()
  expect(useTextSearch.getState()).toMatchObject({ hits: [], problem: 'The regular expression has no end.' })
  setSearchOption('regex', false)
})
