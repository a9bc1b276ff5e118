import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long work may go on before something else gets its turn. */
const sliceMs = 12
/** A search that arrives in the middle of background work waits for one slice of it. */
const backgroundSliceMs = 4

/** Gives way to waiting messages now and then; call it between pieces of long work. */
export const createSlices = (): (() => Promise<void> | null) => slicesOf(sliceMs, () => null)

/** The same for work nobody waits for: it also rests until `whenFree` answers null. */
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
