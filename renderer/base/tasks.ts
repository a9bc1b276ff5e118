import { useEffect, useState } from 'react'

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

const drawn = new Set<string>()

/**
 * False while a part of the window is drawn for the first time in the session, true from the next task on and ever
 * after: code that never ran takes long, so what can wait a moment is not drawn with the rest.
 */
export const useLater = (part: string): boolean => {
  const [later, setLater] = useState(drawn.has(part))
  useEffect(() => {
    drawn.add(part)
    const timer = setTimeout(() => setLater(true))
    return () => clearTimeout(timer)
  }, [part])
  return later
}
