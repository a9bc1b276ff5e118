import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds that work may run before it yields. */
const sliceMs = 12
/** The same for background work: a search waits for at most one slice of it. */
const backgroundSliceMs = 4

/** Yields to waiting messages when a slice is used up; call it between pieces of long work. */
export const createSlices = (): (() => Promise<void> | null) => slicesOf(sliceMs, () => null)

/** The same for background work, which also pauses until `whenFree` returns null. */
export const createBackgroundSlices = (whenFree: () => Promise<void> | null): (() => Promise<void> | null) =>
  slicesOf(backgroundSliceMs, whenFree)

const slicesOf = (longestMs: number, whenFree: () => Promise<void> | null): (() => Promise<void> | null) => {
  let began = performance.now()
  const rest = async (): Promise<void> => {
    await nextTurn()
    for (let busy = whenFree(); busy !== null; busy = whenFree()) await busy
    began = performance.now()
  }
  return () => (performance.now() - began < longestMs ? null : rest())
}
