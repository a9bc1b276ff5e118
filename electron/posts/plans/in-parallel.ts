import { setImmediate } from 'node:timers/promises'

const atOnce = 16
/** Milliseconds of work before yielding. */
const sliceMs = 10

/** Maps many items with async work, a few at a time, keeping their order. */
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

/** Maps many items with quick work, yielding in between. */
export const inSlices = async <T, R>(things: readonly T[], work: (thing: T) => R): Promise<R[]> => {
  const results: R[] = []
  let began = performance.now()
  for (const thing of things) {
    results.push(work(thing))
    if (performance.now() - began < sliceMs) continue
    await setImmediate()
    began = performance.now()
  }
  return results
}
