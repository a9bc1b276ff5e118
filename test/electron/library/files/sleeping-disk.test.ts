import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withTempFolder } from '../../../support/temp-folder'

const state = vi.hoisted(() => ({ code: '', root: '' }))
vi.mock('node:fs', async (load) => {
  const real = await load<typeof import('node:fs')>()
  return {
    ...real,
    statSync: (path: string, options: never) => {
      if (state.code !== '' && path.startsWith(state.root))
        throw Object.assign(new Error(`${state.code}: unknown error, stat`), { code: state.code })
      return real.statSync(path, options)
    },
  }
})
const { watchFolder } = await import('../../../../electron/library/files/watch-folder')

const folder = withTempFolder()
const thrown: unknown[] = []
const catchIt = (error: unknown): void => void thrown.push(error)
let others: NodeJS.UncaughtExceptionListener[] = []

beforeEach(() => {
  state.code = ''
  state.root = folder()
  thrown.length = 0
  others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', catchIt)
})
afterEach(() => {
  process.removeListener('uncaughtException', catchIt)
  for (const listener of others) process.on('uncaughtException', listener)
})

const start = (onPulse: () => void = () => undefined) => {
  const told: boolean[] = []
  const notes: string[] = []
  const nothing = () => undefined
  const watching = watchFolder({
    root: folder(),
    onPaths: nothing,
    onSettled: nothing,
    onLook: nothing,
    onPulse,
    onNote: (note) => void notes.push(note),
    onAvailable: (available) => void told.push(available),
    times: { presence: 30 },
  })
  return { told, notes, watching }
}

test.each([
  ...[
    'UNKNOWN',
    'ETIMEDOUT',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETDOWN',
    'ENOENT',
    'EIO',
    'ESTALE',
    'EHOSTDOWN',
  ],
  ...['ENXIO', 'ENODEV', 'EBUSY', 'ENOTSUP', 'EINVAL', 'Unknown system error -127', 'ENEVERHEARDOF'],
])('a disk that answers %s is not there now, and is waited for', async (code) => {
  const { told, watching } = start()
  try {
    await watching.ready()
    state.code = code
    await vi.waitFor(() => expect(told).toEqual([false]), { timeout: 20_000 })
    state.code = ''
    await vi.waitFor(() => expect(told).toEqual([false, true]), { timeout: 20_000 })
    expect(thrown).toEqual([])
  } finally {
    await watching.close()
  }
})

test('too many open files do not take the folder away', async () => {
  let pulses = 0
  const { told, watching } = start(() => void pulses++)
  try {
    await watching.ready()
    state.code = 'EMFILE'
    const before = pulses
    await vi.waitFor(() => expect(pulses).toBeGreaterThan(before + 3), { timeout: 20_000 })
    expect([told, thrown]).toEqual([[], []])
  } finally {
    await watching.close()
  }
})

test('what a pulse throws is noted, and the next one comes', async () => {
  let pulses = 0
  const { notes, watching } = start(() => {
    pulses++
    throw new Error('no answer')
  })
  try {
    await vi.waitFor(() => expect(pulses).toBeGreaterThan(2), { timeout: 20_000 })
    expect([new Set(notes), thrown]).toEqual([new Set(['no answer']), []])
  } finally {
    await watching.close()
  }
})
