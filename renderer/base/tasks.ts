import { startTransition, useEffect, useState } from 'react'
import { createQueue } from '../../shared/base/queue'
import { createRegistry } from '../../shared/base/registry'

/** Resolves in a new task, so that the window can draw and handle keys first. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel() // a timer would wait longer
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Resolves with the work, or after `ms` milliseconds; the work reports its own errors. */
export const atMost = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([work, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}

/** Resolves when the changes are painted, or after a moment if nothing is painted, as in a hidden window. */
export const painted = async (): Promise<void> => {
  await atMost(100, new Promise((resolve) => requestAnimationFrame(() => resolve())))
  await nextTask()
}

/** A value that updates after other changes are painted, and `before` until then; its rendering can be interrupted. */
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

/** Resolves when the window is idle, or after half a second. */
const idle = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }))

/** Resolves when the window has drawn and then been idle once. */
export const atRest = async (): Promise<void> => {
  await idle()
  await new Promise((resolve) => setTimeout(resolve, 100))
  await idle()
}

const drawn = createRegistry<string>()
const inTurn = createQueue()

/**
 * False while a part of the window is drawn for the first time in the session, true from a later task on: code is slow
 * the first time it runs, so a part that can wait is not drawn with the rest. Each part has its own task.
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
