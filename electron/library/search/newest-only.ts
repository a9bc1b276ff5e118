import { AppError } from '../../../shared/app-error'
import { createSlices } from '../files/slices'

/** Starts work that the next start takes the place of: the pause of the older one then throws `cancelled`. */
export const createNewestOnly = (reason: string): (() => () => Promise<void> | null) => {
  let newest = 0
  return () => {
    newest += 1
    const mine = newest
    const pause = createSlices()
    return () => {
      if (mine !== newest) throw new AppError('cancelled', reason)
      return pause()
    }
  }
}
