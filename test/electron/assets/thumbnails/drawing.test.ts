import { expect, test } from 'vitest'
import { createDrawing, type DrawingPort } from '../../../../electron/assets/thumbnails/drawing'
import type { FromDraw, ToDraw } from '../../../../electron/assets/thumbnails/drawing-messages'

const webp = new Uint8Array([1, 2, 3])

/** A process that answers when the test says so. */
const fakeProcess = () => {
  const asked: ToDraw[] = []
  let tell: (message: FromDraw) => void = () => undefined
  let ended: () => void = () => undefined
  const state = { isKilled: false }
  const port: DrawingPort = {
    postMessage: (message) => void asked.push(message),
    onMessage: (listener) => {
      tell = listener
    },
    onExit: (listener) => {
      ended = listener
    },
    kill: () => {
      state.isKilled = true
    },
  }
  const answer = (path: string) => {
    const id = asked.findLast((image) => image.path === path)?.id
    if (id !== undefined) tell({ id, drawn: webp })
  }
  return { port, asked, state, answer, exit: () => ended() }
}

const drawingWith = (options: Parameters<typeof createDrawing>[1] = {}) => {
  const started: ReturnType<typeof fakeProcess>[] = []
  const draw = createDrawing(() => {
    const made = fakeProcess()
    started.push(made)
    return made.port
  }, options)
  return { draw, started }
}

test('one process starts with the first image and draws all', async () => {
  const { draw, started } = drawingWith()
  expect(started).toHaveLength(0)
  const [a, b] = [draw({ path: 'a', width: 88 }), draw({ path: 'b', width: 88 })]
  started[0]?.answer('b')
  started[0]?.answer('a')
  expect(await Promise.all([a, b])).toEqual([webp, webp])
  expect(started).toHaveLength(1)
})

test('without work it ends, and the next image starts another', async () => {
  const { draw, started } = drawingWith({ idleMs: 10 })
  const first = draw({ path: 'a', width: 88 })
  started[0]?.answer('a')
  await first
  await expect.poll(() => started[0]?.state.isKilled).toBe(true)
  const second = draw({ path: 'b', width: 88 })
  started[1]?.answer('b')
  expect(await second).toEqual(webp)
})

test('an image that ends the process is not decoded, and the next one starts another', async () => {
  const { draw, started } = drawingWith()
  const bad = draw({ path: 'bad', width: 88 })
  started[0]?.exit()
  expect(await bad).toBe('not-decoded')
  const good = draw({ path: 'good', width: 88 })
  started[1]?.answer('good')
  expect(await good).toEqual(webp)
})

test('an image that takes too long is not decoded, and its process is ended', async () => {
  const { draw, started } = drawingWith({ timeoutMs: 10 })
  expect(await draw({ path: 'slow', width: 88 })).toBe('not-decoded')
  expect(started[0]?.state.isKilled).toBe(true)
  started[0]?.exit() // after its successor has started, which must keep running
  const next = draw({ path: 'next', width: 88 })
  started[0]?.exit()
  started[1]?.answer('next')
  expect(await next).toEqual(webp)
})
