/**
 * Binary search: the first index below `length` for which `comesFirst` is false, or `length`. It must be false for all
 * following indexes.
 */
export const partitionPoint = (length: number, comesFirst: (index: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (comesFirst(middle)) low = middle + 1
    else high = middle
  }
  return low
}
