import { expect, test, vi } from 'vitest'
import { installApi } from '../../../support/fake-api'

installApi({})
vi.stubGlobal('requestIdleCallback', (run: () => void) => run())
const { localDay, withWords, writtenBetween } = await import('../../../../renderer/words/count/day')
const { renamedGoal, shareOf, withGoal } = await import('../../../../renderer/words/count/goals')

const count = (postId: string | null, words: number) => ({ postId, words, characters: words * 5 })

test('a day is the one of the clock on the wall', () => {
  expect(localDay(new Date(2026, 0, 3, 23, 59))).toBe('2026-01-03')
  expect(localDay(new Date(2026, 10, 30, 0, 0))).toBe('2026-11-30')
})

test('words add up on one day, may be taken back, and begin anew on the next', () => {
  expect(withWords({ day: '2026-01-03', words: 10 }, 5, '2026-01-03')).toEqual({
    day: '2026-01-03',
    words: 15,
  })
  expect(withWords({ day: '2026-01-03', words: 10 }, -30, '2026-01-03').words).toBe(0)
  expect(withWords({ day: '2026-01-03', words: 10 }, 2, '2026-01-04')).toEqual({
    day: '2026-01-04',
    words: 2,
  })
})

test('only what the writer did to one post counts', () => {
  expect(writtenBetween(count('a.md', 3), count('a.md', 8), 'writer')).toBe(5)
  expect(writtenBetween(count('a.md', 8), count('a.md', 3), 'writer')).toBe(-5)
  expect(writtenBetween(count('a.md', 3), count('a.md', 8), 'other')).toBe(0)
  expect(writtenBetween(count('a.md', 3), count('b.md', 800), 'writer')).toBe(0)
  expect(writtenBetween(count(null, 0), count('a.md', 800), 'writer')).toBe(0)
})

test('a goal is set, changed and taken away without touching others', () => {
  const one = withGoal({}, 'site', 'a.md', 500)
  const two = withGoal(one, 'site', 'b.md', 300)
  expect(two).toEqual({ site: { 'a.md': 500, 'b.md': 300 } })
  expect(withGoal(two, 'site', 'a.md', 900)).toEqual({ site: { 'a.md': 900, 'b.md': 300 } })
  expect(withGoal(two, 'other', 'a.md', 1)).toEqual({ ...two, other: { 'a.md': 1 } })
  expect(withGoal(one, 'site', 'a.md', 0)).toEqual({})
})

test('a share stays between none and all', () => {
  expect(shareOf(250, 500)).toBe(0.5)
  expect(shareOf(900, 500)).toBe(1)
  expect(shareOf(0, 500)).toBe(0)
})

test('a goal goes with its post to another name, and no other one changes', () => {
  const goals = { site: { 'a.md': 500, 'b.md': 300 }, other: { 'a.md': 9 } }
  expect(renamedGoal(goals, 'site', 'a.md', 'c/a.md')).toEqual({
    site: { 'b.md': 300, 'c/a.md': 500 },
    other: { 'a.md': 9 },
  })
  expect(renamedGoal(goals, 'site', 'x.md', 'y.md')).toEqual(goals)
})
