/** Knows whether anybody waits for an answer, so that background work can give way. */
export const createForeground = () => {
  let running = 0
  let free = Promise.withResolvers<void>()
  return {
    /** Does work somebody waits for. */
    run: async <T>(work: () => T | Promise<T>): Promise<T> => {
      running += 1
      try {
        return await work()
      } finally {
        running -= 1
        if (running === 0) {
          free.resolve()
          free = Promise.withResolvers()
        }
      }
    },
    /** Resolves when nobody waits for an answer any more; null when nobody does. */
    whenFree: (): Promise<void> | null => (running === 0 ? null : free.promise),
  }
}
