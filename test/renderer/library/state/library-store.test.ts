import { beforeEach, expect, test, vi } from 'vitest'
import { pack } from '../../../../shared/ipc/packed'
import { installApi } from '../../../support/fake-api'
import { summary } from '../../../support/posts'

let listed: readonly ReturnType<typeof summary>[] = []
const fake = installApi({ listPosts: () => pack(listed) })
const { loadLibrary, postOf, showSoon, startLibrary, takeChanges, useLibrary } = await import(
  '../../../../renderer/library/state/library-store'
)
startLibrary()

const at = (id: string, year: number) => summary(id, { date: `${year}-01-01`, dateMs: Date.UTC(year, 0, 1) })
const ids = () => useLibrary.getState().posts.map(({ id }) => id)

beforeEach(async () => {
  vi.useFakeTimers()
  listed = [at('old', 2020), at('new', 2024)]
  await loadLibrary()
})

test('the list is sorted as it arrives', () => {
  expect(ids()).toEqual(['new', 'old'])
  expect(useLibrary.getState()).toMatchObject({ loaded: true, counts: { all: 2 } })
})

test('batches that come together are folded together', () => {
  let drawn = 0
  const stop = useLibrary.subscribe(() => {
    drawn += 1
  })
  fake.emit('postsChanged', pack({ changed: [at('mid', 2022)], removed: [], reset: false }))
  fake.emit('postsChanged', pack({ changed: [at('last', 2010)], removed: ['old'], reset: false }))
  expect(ids()).toEqual(['new', 'old'])
  vi.runAllTimers()
  stop()
  expect(ids()).toEqual(['new', 'mid', 'last'])
  expect(drawn).toBe(1)
})

test('the last word about a post counts, in one batch or in two', () => {
  takeChanges({ changed: [at('x', 2021)], removed: [], reset: false })
  takeChanges({ changed: [], removed: ['x'], reset: false })
  takeChanges({ changed: [], removed: ['old'], reset: false })
  takeChanges({ changed: [at('old', 2025)], removed: [], reset: false })
  vi.runAllTimers()
  expect(ids()).toEqual(['old', 'new'])
})

test('a post is known by its name from the moment it is in the list, and its counts stay true', () => {
  takeChanges({ changed: [at('x', 2021), at('old', 2026)], removed: ['new'], reset: false })
  expect(postOf('x')).toBeUndefined()
  vi.runAllTimers()
  const { posts, counts } = useLibrary.getState()
  for (const post of posts) expect(postOf(post.id)).toBe(post)
  expect([postOf('new'), counts.all]).toEqual([undefined, 2])
  takeChanges({ changed: [summary('only', { draft: true })], removed: [], reset: true })
  vi.runAllTimers()
  expect([postOf('x'), postOf('only')?.draft]).toEqual([undefined, true])
  expect(useLibrary.getState().counts).toMatchObject({ all: 1, drafts: 1 })
})

test('a reset forgets what was known, also what was waiting', () => {
  takeChanges({ changed: [at('waiting', 2021)], removed: [], reset: false })
  takeChanges({ changed: [at('only', 2023)], removed: [], reset: true })
  vi.runAllTimers()
  expect(ids()).toEqual(['only'])
})

test('what is shown before main has answered gives way to main', () => {
  showSoon('new', { featured: true })
  vi.runAllTimers()
  expect(useLibrary.getState().counts.featured).toBe(1)
  takeChanges({ changed: [at('new', 2024)], removed: [], reset: false })
  vi.runAllTimers()
  expect(useLibrary.getState().counts.featured).toBe(0)
})

test('what is said of a post that is on its way out does not bring it back', () => {
  takeChanges({ changed: [], removed: ['old'], reset: false })
  showSoon('old', { featured: true })
  vi.runAllTimers()
  expect(ids()).toEqual(['new'])
  takeChanges({ changed: [at('new', 2010)], removed: [], reset: false })
  showSoon('new', { featured: true }) // for a post that main has reported but that is not shown yet
  vi.runAllTimers()
  expect(useLibrary.getState().posts[0]).toMatchObject({ date: '2010-01-01', featured: true })
})

test('the folder going away and coming back is told', () => {
  fake.emit('folderState', { available: false, message: 'The folder is gone.' })
  expect(useLibrary.getState().unavailable).toBe('The folder is gone.')
  fake.emit('folderState', { available: true, message: '' })
  expect(useLibrary.getState().unavailable).toBeNull()
})

test('the posts of a whole folder are drawn twice a second, and all of them when it is read', () => {
  vi.advanceTimersByTime(1000)
  let drawn = 0
  const stop = useLibrary.subscribe(({ posts }, before) => {
    if (posts !== before.posts) drawn += 1
  })
  const page = (from: number) => Array.from({ length: 400 }, (_, n) => at(`post-${from + n}`, 2020))
  for (let from = 0; from < 8000; from += 400) {
    fake.emit('postsChanged', pack({ changed: page(from), removed: [], reset: false }))
    vi.advanceTimersByTime(40)
  }
  expect(drawn).toBe(2)
  fake.emit('libraryProgress', { done: 8000, total: 8000, finished: true })
  stop()
  expect(drawn).toBe(3)
  expect(ids()).toHaveLength(8002)
})

test('a folder that is known comes faster than that, and is folded in by pieces', () => {
  vi.advanceTimersByTime(1000)
  const sizes: number[] = []
  const stop = useLibrary.subscribe(({ posts }, before) => {
    if (posts !== before.posts) sizes.push(posts.length - before.posts.length)
  })
  for (let from = 0; from < 20_000; from += 500) {
    const changed = Array.from({ length: 500 }, (_, n) => at(`post-${from + n}`, 2020))
    fake.emit('postsChanged', pack({ changed, removed: [], reset: false }))
  }
  vi.runAllTimers()
  stop()
  expect(Math.max(...sizes)).toBeLessThan(5000)
  expect(ids()).toHaveLength(20_002)
})
