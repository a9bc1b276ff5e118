import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long work may go on before something else gets its turn. */
const sliceMs = 12

/** Gives way to waiting messages now and then; call it between pieces of long work. */
export const createSlices = (): (() => Promise<void> | null) => {
  let began = performance.now()
  return () => {
    if (performance.now() - began < sliceMs) return null
    return nextTurn().then(() => {
      began = performance.now()
    })
  }
}
