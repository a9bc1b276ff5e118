/** The last pending task of each key. */
export type Turns = Map<string, Promise<unknown>>

/** Runs the work after all earlier work with this key, even if that failed. */
export const inTurn = async <T>(turns: Turns, key: string, work: () => Promise<T>): Promise<T> => {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work)
  const settled = turn.catch(() => undefined) // its own caller gets the error; the next task runs anyway
  turns.set(key, settled)
  try {
    return await turn
  } finally {
    if (turns.get(key) === settled) turns.delete(key)
  }
}
