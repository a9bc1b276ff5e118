import { setImmediate } from 'node:timers/promises'

const atOnce = 16
/** Longer than this nobody else waits. */
const sliceMs = 10

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

/** Does quick work with many things one after the other, and lets others in between. */
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
