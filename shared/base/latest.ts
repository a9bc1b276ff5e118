/** Starts questions of which the newest counts: each start returns whether nothing was started since. */
export const createLatest = (): (() => () => boolean) => {
  let newest = 0
  return () => {
    newest += 1
    const mine = newest
    return () => mine === newest
  }
}
