import { LRUCache } from 'lru-cache'
import { useEffect, useState } from 'react'

const passingMs = 50
const maxLoaded = 1000
const loaded = new LRUCache<string, true>({ max: maxLoaded })

/** Remembers that an image has loaded: `useRested` lets it show at once. */
export const rememberLoaded = (source: string): void => void loaded.set(source, true)

/** Whether an image should be requested: one that is in sight only while scrolling past is not. */
export const useRested = (source: string, pauseMs = passingMs): boolean => {
  const [rested, setRested] = useState(() => (loaded.has(source) ? source : ''))
  const isKnown = source === '' || rested === source || loaded.has(source)
  useEffect(() => {
    if (isKnown) {
      setRested(source)
      return
    }
    const timer = setTimeout(() => setRested(source), pauseMs)
    return () => clearTimeout(timer)
  }, [isKnown, pauseMs, source])
  return isKnown
}
