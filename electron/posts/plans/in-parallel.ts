const atOnce = 16

/** Does the same with many things, a few at a time, and answers in their order. */
export const inParallel = async <T, R>(
  things: readonly T[],
  work: (thing: T) => Promise<R>,
): Promise<R[]> => {
  const results = new Array<R>(things.length)
  let next = 0
  const worker = async () => {
    for (let index = next++; index < things.length; index = next++)
      results[index] = await work(things[index] as T)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker))
  return results
}
