import { itemAt } from '../../base/item-at'

/** Alternating starts and ends of the ranges from `open` to the next `close`; scans the text once. */
export const rangesBetween = (text: string, open: string, close: string): readonly number[] => {
  const ranges: number[] = []
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, ranges.at(-1))) {
    const end = text.indexOf(close, from + open.length)
    if (end < 0) break // later ones have no end either
    ranges.push(from, end + close.length)
  }
  return ranges
}

/** Sorted ranges, with overlapping ones merged: alternating starts and ends. */
export const sortedRanges = (silent: readonly number[]): number[] => {
  const pairs: [number, number][] = []
  for (let index = 0; index < silent.length; index += 2)
    pairs.push([itemAt(silent, index), itemAt(silent, index + 1)])
  const result: number[] = []
  for (const [from, to] of pairs.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last !== undefined && from <= last) result[result.length - 1] = Math.max(last, to)
    else result.push(from, to)
  }
  return result
}
