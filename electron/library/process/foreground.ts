import { type Deferred, deferred } from '../../../shared/base/deferred'

/** After an answer the next question is likely: whoever types asks again with the next key. */
const usualRestMs = 200

/** Knows whether anybody waits for an answer, or did until just now, so that background work can give way. */
export const createForeground = (restMs = usualRestMs) => {
  let running = 0
  let free: Deferred<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    /** Runs work that a caller is waiting for. */
    run: async <T>(work: () => T | Promise<T>): Promise<T> => {
      running += 1
      clearTimeout(timer)
      free ??= deferred()
      try {
        return await work()
      } finally {
        running -= 1
        if (running === 0)
          timer = setTimeout(() => {
            free?.resolve()
            free = null
          }, restMs)
      }
    },
    /** Resolves when no call is waiting any more; null if none is. */
    whenFree: (): Promise<void> | null => free?.promise ?? null,
  }
}
