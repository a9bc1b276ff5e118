import { expect, test, vi } from 'vitest'

vi.stubGlobal('window', { api: { on: () => () => undefined } })
const { walked, withSearch } = await import('../../../../renderer/library/state/search-history')

test('the last search comes first, and none stands there twice', () =>
  expect(withSearch(['b', 'a'], 'a')).toEqual(['a', 'b']))

test('a search that grows takes the place of what it grew out of', () =>
  expect(withSearch(['dock', 'a'], 'docker')).toEqual(['docker', 'a']))

test('twenty are kept', () => {
  const many = Array.from({ length: 20 }, (_, index) => `search ${index}`)
  expect(withSearch(many, 'new')).toEqual(['new', ...many.slice(0, 19)])
})

test('steps go through them and come back to what was typed', () => {
  const searches = ['second', 'first']
  const one = walked(searches, { typed: 'wh', at: -1 }, 1)
  expect(one?.query).toBe('second')
  const two = one && walked(searches, one.walk, 1)
  expect(two?.query).toBe('first')
  expect(two && walked(searches, two.walk, 1)).toBeNull()
  expect(one && walked(searches, one.walk, -1)?.query).toBe('wh')
  expect(walked(searches, { typed: 'wh', at: -1 }, -1)).toBeNull()
})

test('what stands there already is no step', () =>
  expect(walked(['wh', 'first'], { typed: 'wh', at: -1 }, 1)?.query).toBe('first'))
