import { win32 } from 'node:path'
import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'

/**
 * The longest path that File Explorer and the Recycle Bin take, in UTF-16 units: MAX_PATH less its closing zero
 * (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation). Node's own calls have no such limit, as it
 * puts `\\?\` before each path.
 */
const longestOfWindows = 259

/** A path for the system's shell. Throws an AppError if it is too long for the Windows shell. */
export const pathForShell = (path: string, platform = process.platform): string => {
  if (platform !== 'win32' || path.length <= longestOfWindows) return path
  throw new AppError(
    'bad-name',
    t('files.pathTooLong', { name: win32.basename(path), length: path.length, limit: longestOfWindows }),
  )
}
