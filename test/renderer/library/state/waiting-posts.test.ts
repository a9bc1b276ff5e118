import { beforeEach, expect, test, vi } from 'vitest'
import { createWaitingPosts } from '../../../../renderer/library/state/waiting-posts'
import type { PostSummary } from '../../../../shared/posts/post'

const post = (id: string, title = id) => ({ id, title }) as PostSummary
const applied: { reset: boolean; changed: string[]; removed: string[] }[] = []
const waiting = createWaitingPosts(({ reset, changed, removed }) =>
  applied.push({
    reset,
    changed: [...changed.values()].map(({ title }) => title),
    removed: [...removed],
  }),
)

beforeEach(() => {
  vi.useFakeTimers()
  waiting.drop()
  applied.length = 0
})

test('batches that come together are applied together, the last change of a post counting', () => {
  waiting.take({ changed: [post('a', 'old'), post('b')], removed: [], reset: false })
  waiting.take({ changed: [post('a', 'new')], removed: ['b', 'c'], reset: false })
  expect(applied).toEqual([])
  expect(waiting.changeOf('a')).toMatchObject({ title: 'new' })
  expect(waiting.removes('b')).toBe(true)
  vi.advanceTimersByTime(30)
  expect(applied).toEqual([{ reset: false, changed: ['new'], removed: ['b', 'c'] }])
  expect(waiting.changeOf('a')).toBeUndefined()
})

test('a post that comes again after it was removed is not removed', () => {
  waiting.take({ changed: [], removed: ['a'], reset: false })
  waiting.take({ changed: [post('a')], removed: [], reset: false })
  waiting.fold()
  expect(applied).toEqual([{ reset: false, changed: ['a'], removed: [] }])
})

test('a whole list replaces what waits, and what comes after belongs to it', () => {
  waiting.take({ changed: [post('a')], removed: ['b'], reset: false })
  waiting.take({ changed: [post('c')], removed: [], reset: true })
  waiting.take({ changed: [post('d')], removed: [], reset: false })
  waiting.fold()
  expect(applied).toEqual([{ reset: true, changed: ['c', 'd'], removed: [] }])
})

test('nothing is applied twice, nor after it was dropped', () => {
  waiting.take({ changed: [post('a')], removed: [], reset: false })
  waiting.fold()
  waiting.take({ changed: [post('b')], removed: [], reset: false })
  waiting.drop()
  vi.advanceTimersByTime(1000)
  expect(applied).toHaveLength(1)
})

test('very many changes are applied at once', () => {
  const changed = Array.from({ length: 4000 }, (_, at) => post(`${at}`))
  waiting.take({ changed, removed: [], reset: false })
  expect(applied).toHaveLength(1)
})
