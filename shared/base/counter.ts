/** Counts from 1: each call returns the next number. */
export const createCounter = (): (() => number) => {
  let last = 0
  return () => {
    last += 1
    return last
  }
}
