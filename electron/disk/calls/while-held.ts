import { rename } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { isHeld } from './codes'

/** Milliseconds between attempts; one second in total, which antivirus programs and indexers rarely exceed. */
const pauses = [10, 40, 100, 250, 600]

/**
 * Retries while another program has the file open, for which only Windows refuses. `look` is called before each further
 * attempt, since that program may have written the file. If it answers or throws, that ends the attempts.
 */
export const whileHeld = async <T, S = never>(
  work: () => Promise<T>,
  look?: () => Promise<S | undefined>,
): Promise<T | S> => {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!isHeld(error)) throw error
    }
    await sleep(pause)
    const stop = await look?.()
    if (stop !== undefined) return stop
  }
  return work()
}

/** Renames, retrying while another program has either file open; `look` as in `whileHeld`. */
export const renameHeld = <S = never>(
  from: string,
  to: string,
  look?: () => Promise<S | undefined>,
): Promise<S | undefined> => whileHeld(() => rename(from, to).then(() => undefined), look)
