/**
 * How many of `length` things in order come first: the index of the first one that `comesFirst` says no to. Once it has
 * said no, it says no to all that follow.
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
