import { isRecord } from '../base/is-record'
import type { Values } from './read-data'

const deepest = 20

const isMap = (value: unknown): value is Values => isRecord(value) && !(value instanceof Date)

/** Two configurations as one: maps are merged at every level; otherwise the later value counts. */
export const mergedValues = (first: Values, later: Values, depth = 0): Values => {
  const merged: Record<string, unknown> = { ...first }
  for (const [key, value] of Object.entries(later)) {
    const before = Object.hasOwn(merged, key) ? merged[key] : undefined
    const both = isMap(before) && isMap(value) && depth < deepest
    Object.defineProperty(merged, key, {
      value: both ? mergedValues(before, value, depth + 1) : value,
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return merged
}
