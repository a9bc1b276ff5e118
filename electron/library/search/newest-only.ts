import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { createSlices } from '../files/slices'

/** Starts searches of which each cancels the one before: the pause of the older one then throws `cancelled`. */
export const createNewestOnly = (): (() => () => Promise<void> | null) => {
  let newest = 0
  return () => {
    newest += 1
    const mine = newest
    const pause = createSlices()
    return () => {
      if (mine !== newest) throw new AppError('cancelled', t('library.otherSearch'))
      return pause()
    }
  }
}
