import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { createSlices } from '../files/slices'

/** Each start cancels the previous search: its pause then throws `cancelled`. */
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
