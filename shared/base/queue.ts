/** Does work in the order it was asked for, one after the other, even after a failure; whoever asked gets it. */
export const createQueue = (): (<T>(work: () => T | Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
