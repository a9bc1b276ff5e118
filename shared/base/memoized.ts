import { LRUCache } from 'lru-cache'

/** Makes a value for a key, and keeps it for the next time; of more than `max`, the least recently used is dropped. */
export const memoized = <V extends {}>(max: number, make: (key: string) => V): ((key: string) => V) => {
  const values = new LRUCache<string, V>({ max })
  return (key) => {
    const known = values.get(key)
    if (known !== undefined) return known
    const value = make(key)
    values.set(key, value)
    return value
  }
}
