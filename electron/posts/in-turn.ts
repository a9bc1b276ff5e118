/** Runs work after all that was asked for under the same key has ended, whatever became of it. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Makes a queue for each key; one that is empty costs nothing. */
export const createTurns = (): InTurn => {
  const ends = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const turn = (ends.get(key) ?? Promise.resolve()).then(work)
    const settled = turn.catch(() => undefined) // the next in the queue starts whatever became of this one
    ends.set(key, settled)
    try {
      return await turn
    } finally {
      if (ends.get(key) === settled) ends.delete(key)
    }
  }
}
