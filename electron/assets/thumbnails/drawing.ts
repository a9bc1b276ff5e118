import { createCounter } from '../../../shared/base/counter'
import type { Drawn } from './draw-thumbnail'
import type { FromDraw, ImageToDraw, ToDraw } from './drawing-messages'

/** The drawing process as main sees it, for instance Electron's `UtilityProcess`. */
export interface DrawingPort {
  readonly postMessage: (message: ToDraw) => void
  readonly onMessage: (listener: (message: FromDraw) => void) => void
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

export interface DrawingOptions {
  /** After this many milliseconds without work the process ends. */
  readonly idleMs?: number
  /** How many milliseconds one image may take. */
  readonly timeoutMs?: number
}

/**
 * Draws images in a process that `start` starts when it is needed and that ends when it has nothing to do. An image that
 * takes too long or ends the process counts as one that cannot be decoded.
 */
export const createDrawing = (
  start: () => DrawingPort,
  { idleMs = 15_000, timeoutMs = 20_000 }: DrawingOptions = {},
): ((image: ImageToDraw) => Promise<Drawn>) => {
  const nextId = createCounter()
  const pending = new Map<number, (drawn: Drawn) => void>()
  let port: DrawingPort | null = null
  let idle: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    const stopped = port
    port = null
    stopped?.kill()
    for (const answer of [...pending.values()]) answer('not-decoded')
  }

  const open = (): DrawingPort => {
    const started = start()
    started.onMessage(({ id, drawn }) => pending.get(id)?.(drawn))
    started.onExit(() => {
      if (port === started) stop()
    })
    return started
  }

  return (image) =>
    new Promise((resolve) => {
      clearTimeout(idle)
      port ??= open()
      const id = nextId()
      const timer = setTimeout(stop, timeoutMs)
      pending.set(id, (drawn) => {
        clearTimeout(timer)
        pending.delete(id)
        resolve(drawn)
        if (pending.size > 0) return
        clearTimeout(idle)
        idle = setTimeout(stop, idleMs)
      })
      port.postMessage({ id, ...image })
    })
}
