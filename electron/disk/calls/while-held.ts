import { rename } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { isHeld } from './codes'

/** Milliseconds between attempts; one second in total, which antivirus programs and indexers rarely exceed. */
const pauses = [10, 40, 100, 250, 600]

/**
 * Retries while another program has the file open, for which only Windows refuses. `look` is called before each further
 * attempt, since that program may have written the file. An error it throws ends the attempts.
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

/** Renames, retrying while another program has either file open; `look` as in `whileHeld`. */
export const renameHeld = (from: string, to: string, look?: () => Promise<void>): Promise<void> =>
  whileHeld(() => rename(from, to), look)
