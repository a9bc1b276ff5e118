import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDelayed } from '../../../renderer/base/delayed'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the work is done once, after the last of several starts', () => {
  const work = vi.fn()
  const delayed = createDelayed(work)
  delayed.start(100)
  vi.advanceTimersByTime(80)
  delayed.start(100)
  vi.advanceTimersByTime(80)
  expect(work).not.toHaveBeenCalled()
  expect(delayed.isWaiting()).toBe(true)
  vi.advanceTimersByTime(20)
  expect(work).toHaveBeenCalledTimes(1)
  expect(delayed.isWaiting()).toBe(false)
})

test('what was given up is not done, and can be started again', () => {
  const work = vi.fn()
  const delayed = createDelayed(work)
  delayed.start(10)
  delayed.stop()
  expect(delayed.isWaiting()).toBe(false)
  vi.advanceTimersByTime(20)
  expect(work).not.toHaveBeenCalled()
  delayed.start(10)
  vi.advanceTimersByTime(10)
  expect(work).toHaveBeenCalledTimes(1)
})

test('work may start itself again', () => {
  let left = 3
  const delayed = createDelayed(() => {
    left -= 1
    if (left > 0) delayed.start(10)
  })
  delayed.start(10)
  vi.advanceTimersByTime(100)
  expect(left).toBe(0)
})
