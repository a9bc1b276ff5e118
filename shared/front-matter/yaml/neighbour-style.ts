import { isMap, isScalar, isSeq, type Scalar } from 'yaml'
import type { Quoting } from '../values/types'

/** How the texts next to a new value are quoted; plain if there is no majority for quotes. */
export const quotingOf = (values: Iterable<unknown>): Quoting => {
  const counts = { plain: 0, single: 0, double: 0 }
  for (const value of values)
    if (isScalar(value) && typeof value.value === 'string') counts[quotingOfScalar(value)]++
  if (counts.double > counts.plain && counts.double >= counts.single) return 'double'
  return counts.single > counts.plain ? 'single' : 'plain'
}

/** How one scalar is quoted; block scalars count as plain. */
export const quotingOfScalar = (scalar: Scalar): Quoting => {
  if (scalar.type === 'QUOTE_DOUBLE') return 'double'
  return scalar.type === 'QUOTE_SINGLE' ? 'single' : 'plain'
}

/** The values of a group or list, for their style. */
export const valuesOf = (node: unknown): unknown[] => {
  if (isMap(node)) return node.items.map((pair) => pair.value)
  return isSeq(node) ? node.items : []
}
