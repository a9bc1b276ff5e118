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

/** False while a part is drawn for the first time, true from the next task on: what can wait is drawn then. */
export const useLater = (): boolean => {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true))
    return () => clearTimeout(timer)
  }, [])
  return later
}
