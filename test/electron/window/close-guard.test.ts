import { beforeEach, expect, test, vi } from 'vitest'
import { type CloseGuard, createCloseGuard } from '../../../electron/window/close-guard'

let log: string[]
let guard: CloseGuard

beforeEach(() => {
  log = []
  guard = createCloseGuard({
    askPage: () => log.push('ask'),
    closeWindow: () => log.push('close'),
    quitApp: () => log.push('quit'),
    askWhetherToForce: () => Promise.resolve(false),
    setEdited: (edited) => log.push(`edited ${edited}`),
  })
})

test('a window whose page never started closes at once', () => {
  expect(guard.mayClose()).toBe(true)
  expect(log).toEqual([])
})

test('a page that runs is asked, once, and its yes closes the window', () => {
  guard.pageReady()
  expect(guard.mayClose()).toBe(false)
  expect(guard.mayClose()).toBe(false)
  guard.answer(true)
  expect(log).toEqual(['ask', 'close'])
  expect(guard.mayClose()).toBe(true)
})

test('its no keeps the window, and the next attempt asks again', () => {
  guard.pageReady()
  guard.mayClose()
  guard.answer(false)
  expect(guard.mayClose()).toBe(false)
  expect(log).toEqual(['ask', 'ask'])
})

test('a quit that was allowed goes on as a quit', () => {
  guard.pageReady()
  guard.quitting()
  guard.mayClose()
  guard.answer(true)
  expect(log).toEqual(['ask', 'quit'])
})

test('a refused quit does not turn the next closing into one', () => {
  guard.pageReady()
  guard.quitting()
  guard.mayClose()
  guard.answer(false)
  guard.mayClose()
  guard.answer(true)
  expect(log).toEqual(['ask', 'ask', 'close'])
})

test('a page that crashed is not waited for', () => {
  guard.pageReady()
  guard.pageGone()
  expect(guard.mayClose()).toBe(true)
})

test('a window opened after another was closed is guarded anew', () => {
  guard.pageReady()
  guard.mayClose()
  guard.answer(true)
  guard.windowClosed()
  guard.pageReady()
  expect(guard.mayClose()).toBe(false)
})

test('whether to force a window that does not answer is asked once at a time', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const asked = vi.fn(() => new Promise<boolean>(() => undefined))
  const waiting = createCloseGuard({
    askPage: () => undefined,
    closeWindow: () => undefined,
    quitApp: () => undefined,
    askWhetherToForce: asked,
    setEdited: () => undefined,
  })
  waiting.pageReady()
  waiting.mayClose()
  vi.advanceTimersByTime(11_000)
  for (let time = 0; time < 3; time++) waiting.mayClose()
  expect(asked).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})
