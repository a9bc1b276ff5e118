/** For each key the end of the work that waits for it. */
export type Turns = Map<string, Promise<unknown>>

/** Does the work when all that was asked for before with this key is done, even if that failed. */
export const inTurn = async <T>(turns: Turns, key: string, work: () => Promise<T>): Promise<T> => {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work)
  const settled = turn.catch(() => undefined) // its caller gets the error, the next one goes on
  turns.set(key, settled)
  try {
    return await turn
  } finally {
    if (turns.get(key) === settled) turns.delete(key)
  }
}
