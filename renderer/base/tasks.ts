import { startTransition, useEffect, useState } from 'react'
import { createQueue } from '../../shared/base/queue'

/** Resolves in a task of its own, so that the window can draw and answer keys before. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel() // a timer would wait longer
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Resolves with the work, or after so many milliseconds; what fails is told by whoever does the work. */
export const atMost = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([work, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}

/** Resolves when what has changed is painted; where nothing is, as in a window that is not seen, after a moment. */
export const painted = async (): Promise<void> => {
  await atMost(100, new Promise((resolve) => requestAnimationFrame(() => resolve())))
  await nextTask()
}

/** A value once what else it changed is painted; `before` until then. What hangs on it is drawn in small pieces. */
export const usePainted = <T extends string | undefined>(value: T, before: T | null): T | null => {
  const [shown, setShown] = useState(before)
  useEffect(() => {
    let isGone = false
    void painted().then(() => {
      if (!isGone) startTransition(() => setShown(value))
    })
    return () => {
      isGone = true
    }
  }, [value])
  return shown
}

/** Resolves when the window has nothing to do, or after half a second. */
const idle = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }))

/** Resolves when the window has drawn what it was asked to, and what that made it do when it was idle. */
export const atRest = async (): Promise<void> => {
  await idle()
  await new Promise((resolve) => setTimeout(resolve, 100))
  await idle()
}

const drawn = new Set<string>()
const inTurn = createQueue()

/**
 * False while a part of the window is drawn for the first time in the session, true from a later task on and ever after:
 * code that never ran takes long, so what can wait a moment is not drawn with the rest. Each part has a task of its own.
 */
export const useLater = (part: string): boolean => {
  const [later, setLater] = useState(drawn.has(part))
  useEffect(() => {
    if (drawn.has(part)) return setLater(true)
    drawn.add(part)
    void inTurn(async () => {
      await nextTask()
      setLater(true)
    })
  }, [part])
  return later
}
