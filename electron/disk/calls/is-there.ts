import { lstat } from 'node:fs/promises'
import { codeOf, isMissing } from './codes'

/** A name that the disk cannot have is not there. */
const isImpossible = (error: unknown): boolean => ['ENAMETOOLONG', 'EILSEQ', 'EINVAL'].includes(codeOf(error))

/** Whether a path has a file, folder or link. */
export const isThere = async (path: string): Promise<boolean> => {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (isMissing(error) || isImpossible(error)) return false
    throw error
  }
}
