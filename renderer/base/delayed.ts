/** Work that waits until nobody has asked for it for a while. */
export interface Delayed {
  /** Does the work in `ms` milliseconds; what waited before is given up. */
  readonly start: (ms: number) => void
  /** Gives up what waits. */
  readonly stop: () => void
  readonly isWaiting: () => boolean
}

/** Work that is done once, a while after it was last asked for. */
export const createDelayed = (work: () => void): Delayed => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const start = (ms: number) => {
    stop()
    timer = setTimeout(() => {
      timer = undefined
      work()
    }, ms)
  }
  return { start, stop, isWaiting: () => timer !== undefined }
}
