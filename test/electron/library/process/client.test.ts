import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLibraryClient, type LibraryPort } from '../../../../electron/library/process/client'
import type { LibrarySetup } from '../../../../electron/library/process/messages'
import type { FolderState } from '../../../../shared/ipc/library-calls'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const nothing = () => undefined

const startClient = () => {
  const states: FolderState[] = []
  const exits: ((code: number) => void)[] = []
  let time = 0
  const start = (): LibraryPort => ({
    postMessage: nothing,
    onMessage: nothing,
    onExit: (listener) => exits.push(listener),
    kill: nothing,
  })
  const events = {
    onPosts: nothing,
    onProgress: nothing,
    onSchema: nothing,
    onSettings: nothing,
    onIgnored: nothing,
    onFiles: nothing,
    onFolderState: (state: FolderState) => states.push(state),
    onFindings: nothing,
    onCheckProgress: nothing,
    onNote: nothing,
  }
  const client = createLibraryClient(start, {} as LibrarySetup, events, () => time)
  return {
    client,
    states,
    started: () => exits.length,
    die: () => exits.at(-1)?.(1),
    later: (ms: number) => {
      time += ms
      vi.advanceTimersByTime(ms)
    },
  }
}

test('a process that dies is started again however often, each time after a longer pause', () => {
  const { started, die, later, states } = startClient()
  for (const pause of [0, 0, 2_000, 10_000, 60_000, 300_000, 300_000]) {
    const before = started()
    die()
    if (pause > 0) {
      later(pause - 1)
      expect(started()).toBe(before)
      expect(states.at(-1)).toMatchObject({ available: false, canRestart: true })
    }
    later(1)
    expect(started()).toBe(before + 1)
  }
})

test('the writer need not wait for the end of the pause', () => {
  const { client, started, die, later } = startClient()
  for (let death = 0; death < 6; death += 1) {
    die()
    client.restart()
    expect(started()).toBe(death + 2)
  }
  later(1_000_000)
  expect(started()).toBe(7) // canceled pauses start nothing
})

test('while it waits, calls are refused and closing is at once', async () => {
  const { client, die } = startClient()
  for (let death = 0; death < 3; death += 1) {
    die()
    if (death < 2) client.restart()
  }
  await expect(client.list()).rejects.toThrow('being restarted')
  await client.close()
  client.restart()
  await expect(client.list()).rejects.toThrow('closed')
})

test('a process that lived long is started at once after its death', () => {
  const { started, die, later } = startClient()
  for (let death = 0; death < 4; death += 1) {
    die()
    later(60_000)
  }
  later(200_000)
  const before = started()
  die()
  later(0)
  expect(started()).toBe(before + 1)
})
