import { t } from '../../shared/texts/translate'
import { isThere as hasName } from './calls/is-there'
import { diskError } from './disk-error'

/** Whether a path has a file, folder or link. Throws an AppError if the disk cannot tell. */
export const isThere = async (path: string): Promise<boolean> => {
  try {
    return await hasName(path)
  } catch (error) {
    throw diskError(error, t('files.cannotAccess', { name: path }))
  }
}
