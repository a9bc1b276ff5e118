import { beforeEach, expect, test, vi } from 'vitest'
import {
  checkDisk,
  defaultSettings,
  main,
  post,
  save,
  saveState,
  startSettings,
  type,
  undoOnce,
} from '../../../support/open-post'

beforeEach(() => startSettings({ ...defaultSettings, autosave: 'afterDelay', autosaveDelay: 1000 }))

test('waits for a rest, writes once, and never what is unchanged', async () => {
  type('x')
  await vi.advanceTimersByTimeAsync(900)
  type('y')
  await vi.advanceTimersByTimeAsync(900)
  expect(main.saves).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(main.saves.map(({ text }) => text)).toEqual([`${post}xy`])
  type('z')
  undoOnce()
  await vi.advanceTimersByTimeAsync(5000)
  expect(main.saves).toHaveLength(1)
})

test('waits no longer when the clock is set back', async () => {
  type('x')
  vi.setSystemTime(Date.UTC(2001, 0, 1))
  await vi.advanceTimersByTimeAsync(1100)
  expect(main.saves.map(({ text }) => text)).toEqual([`${post}x`])
})

test('leaves a head alone that stopped being readable, until the writer saved it so', async () => {
  type('bad: [\n', 4)
  await vi.advanceTimersByTimeAsync(5000)
  expect(main.saves).toHaveLength(0)
  await save()
  type('more')
  await vi.advanceTimersByTimeAsync(5000)
  expect(main.saves).toHaveLength(2)
})

test('does not hammer a disk that refuses', async () => {
  main.answers.save = () => ({ kind: 'failed', reason: 'disk-full', message: 'full' })
  for (let second = 0; second < 9; second++) {
    type('x')
    await vi.advanceTimersByTimeAsync(1100)
  }
  expect(main.saves.length).toBeLessThanOrEqual(2)
  main.answers.save = () => null
  type('y')
  await vi.advanceTimersByTimeAsync(11_000)
  expect(saveState()).toBe('saved')
})

test('never answers a conflict or a deletion by itself', async () => {
  type('mine', post.indexOf('two'))
  main.putFile('a.md', post.replace('two', 'theirs'))
  await checkDisk('a.md')
  expect(saveState()).toBe('conflict')
  type('more')
  await vi.advanceTimersByTimeAsync(5000)
  expect(main.saves).toHaveLength(0)
})
