import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createDiagrams, type DiagramPage } from '../../../electron/diagrams/diagrams'

const never = () => new Promise<never>(() => undefined)

/** Pages that report whether they are running, by the number of their opening. */
const pages = (page: (opening: number) => Partial<DiagramPage>) => {
  const opened: string[] = []
  const open = (): DiagramPage => {
    const at = opened.push('runs') - 1
    return {
      ready: Promise.resolve(),
      draw: async () => '<svg>',
      busyMs: () => null,
      gone: never(),
      end: () => {
        opened[at] = 'ended'
      },
      ...page(at),
    }
  }
  return { opened, open }
}

test('one process draws all diagrams, one after the other', async () => {
  let atOnce = 0
  const draw = async (source: string) => {
    atOnce += 1
    expect(atOnce).toBe(1)
    await sleep(1)
    atOnce -= 1
    return `<svg>${source}`
  }
  const { opened, open } = pages(() => ({ draw }))
  const diagrams = createDiagrams({ open })
  const drawn = await Promise.all(['a', 'b', 'c'].map((source) => diagrams.draw(source, false)))
  expect(drawn).toEqual(['<svg>a', '<svg>b', '<svg>c'])
  expect(opened).toEqual(['runs'])
  diagrams.close()
  expect(opened).toEqual(['ended'])
})

test('a diagram that is not drawn in time ends its process, and the next one has a new process', async () => {
  const { opened, open } = pages(() => ({
    draw: (source) => (source === 'endless' ? never() : Promise.resolve('<svg>')),
  }))
  const diagrams = createDiagrams({ open, limit: 20 })
  const [endless, next] = await Promise.allSettled([diagrams.draw('endless', true), diagrams.draw('a', true)])
  expect(endless).toMatchObject({ status: 'rejected', reason: { kind: 'too-large' } })
  expect(next).toMatchObject({ status: 'fulfilled', value: '<svg>' })
  expect(opened).toEqual(['ended', 'runs'])
  diagrams.close()
})

test('the time of a diagram is that of the processor, so that a busy machine gives none up', async () => {
  let busy = 0
  const { open } = pages(() => ({
    busyMs: () => busy,
    draw: async (source) => {
      if (source === 'endless') busy += 5_000
      await sleep(100)
      return source === 'endless' ? never() : '<svg>'
    },
  }))
  const diagrams = createDiagrams({ open, limit: 20 })
  expect(await diagrams.draw('simple', false)).toBe('<svg>')
  await expect(diagrams.draw('endless', false)).rejects.toMatchObject({ kind: 'too-large' })
  expect(await diagrams.draw('simple', false)).toBe('<svg>')
  diagrams.close()
})

test('a diagram whose process rests is given up by the clock', async () => {
  const { opened, open } = pages(() => ({ busyMs: () => 0, draw: never }))
  const diagrams = createDiagrams({ open, limit: 10, longest: 50 })
  await expect(diagrams.draw('waits', false)).rejects.toMatchObject({ kind: 'too-large' })
  expect(opened).toEqual(['ended'])
  diagrams.close()
})

test('the start of the process is not part of the time of its first diagram', async () => {
  const { opened, open } = pages(() => {
    const ready = sleep(200)
    return { ready, draw: () => ready.then(() => '<svg>') }
  })
  const diagrams = createDiagrams({ open, limit: 20 })
  expect(await diagrams.draw('a', false)).toBe('<svg>')
  expect(opened).toEqual(['runs'])
  diagrams.close()
})

test.each([
  ['cannot load its page', () => ({ ready: Promise.reject(new Error('ERR_FAILED')) })],
  ['dies', () => ({ ready: never(), gone: sleep(5) })],
  ['is not ready in time', () => ({ ready: never() })],
])('a process that %s while it starts is started once more', async (_, lost) => {
  const { opened, open } = pages((opening) => (opening === 0 ? lost() : {}))
  const diagrams = createDiagrams({ open, startLimit: 50 })
  expect(await diagrams.draw('a', false)).toBe('<svg>')
  expect(opened).toEqual(['ended', 'runs'])
  diagrams.close()

  const worse = pages(lost)
  const lastTry = createDiagrams({ open: worse.open, startLimit: 50 })
  await expect(lastTry.draw('a', false)).rejects.toThrow('The process that draws diagrams did not start')
  expect(worse.opened).toEqual(['ended', 'ended'])
})

test('a process that dies of its diagram is told, and started again', async () => {
  const { opened, open } = pages((opening) => ({
    draw: (source) => (source === 'huge' ? never() : Promise.resolve('<svg>')),
    gone: opening === 0 ? sleep(5) : never(),
  }))
  const diagrams = createDiagrams({ open })
  await expect(diagrams.draw('huge', false)).rejects.toThrow('memory')
  expect(await diagrams.draw('a', false)).toBe('<svg>')
  expect(opened).toEqual(['ended', 'runs'])
  diagrams.close()
})

test('the late end of a process that was stopped leaves the next one alone', async () => {
  const gone = Promise.withResolvers<void>()
  const { opened, open } = pages((opening) => ({
    gone: opening === 0 ? gone.promise : never(),
    draw: async () => {
      if (opening === 0) return never()
      gone.resolve()
      await sleep(20)
      return '<svg>'
    },
    busyMs: () => (opening === 0 ? performance.now() : 0),
  }))
  const diagrams = createDiagrams({ open, limit: 20 })
  await expect(diagrams.draw('endless', false)).rejects.toMatchObject({ kind: 'too-large' })
  expect(await diagrams.draw('next', false)).toBe('<svg>')
  expect(opened).toEqual(['ended', 'runs'])
  diagrams.close()
})

test('a mistake in the source is told in its words, and the process goes on', async () => {
  const { opened, open } = pages(() => ({
    draw: async () => {
      throw new Error('Parse error on line 2')
    },
  }))
  const diagrams = createDiagrams({ open })
  await expect(diagrams.draw('x', false)).rejects.toThrow('Parse error on line 2')
  await expect(diagrams.draw('y', false)).rejects.toThrow('Parse error on line 2')
  expect(opened).toEqual(['runs'])
  diagrams.close()
})

test('a process that has nothing to draw for a while ends', async () => {
  const { opened, open } = pages(() => ({}))
  const diagrams = createDiagrams({ open, idle: 10 })
  await diagrams.draw('a', false)
  await expect.poll(() => opened).toEqual(['ended'])
})
