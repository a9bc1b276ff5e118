import { rename } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { isHeld } from './codes'

/** Milliseconds between the tries; a second in all, which antivirus and indexers rarely exceed. */
const pauses = [10, 40, 100, 250, 600]

/**
 * Does something to a file again while another program holds it, as only Windows refuses for. `look` is called before
 * each further try: whoever held the file may have written it. What it throws ends the tries.
 */
export const whileHeld = async <T>(work: () => Promise<T>, look?: () => Promise<void>): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!isHeld(error)) throw error
    }
    await sleep(pause)
    await look?.()
  }
  return work()
}

/** Renames, as often as it takes while another program holds one of the two; `look` as in `whileHeld`. */
export const renameHeld = (from: string, to: string, look?: () => Promise<void>): Promise<void> =>
  whileHeld(() => rename(from, to), look)
