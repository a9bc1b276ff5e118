import { itemAt } from '../base/item-at'
import { t } from '../texts/translate'

/** Device names of Windows, with any extension: it cannot create `aux.md`, nor check it out of git. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i

/** Whether Windows takes the name of a file or folder for a device. */
export const isDeviceName = (name: string): boolean => device.test(itemAt(name.split('.'), 0).trimEnd())

/** Whether a path leads to a device on Windows, where a device name does so in any folder. */
export const leadsToDevice = (path: string): boolean => path.split(/[\\/]/).some(isDeviceName)

/** The longest name: in bytes on most disks, in UTF-16 units on some. */
const longest = 255

/** Why a name is not valid for files and folders on all systems, also Windows; null if it is. */
export const fileNameProblem = (name: string): string | null => {
  if (name.trim() === '') return t('files.nameEmpty')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no name may hold
  if (/[\\/:*?"<>|\u0000-\u001f]/.test(name)) return t('files.nameCharacters', { name })
  if (/^\s|[.\s]$/.test(name)) return t('files.nameEnds', { name })
  if (isDeviceName(name)) return t('files.nameDevice', { name })
  if (!name.isWellFormed()) return t('files.nameSurrogate', { name })
  return bytesOf(name) > longest ? t('files.fileNameTooLong') : null
}

const bytesOf = (text: string): number => {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** The first problem of the names in a path, `/` separated; null if there is none. */
export const pathProblem = (path: string): string | null => {
  for (const name of path.split('/')) {
    const problem = fileNameProblem(name)
    if (problem !== null) return problem
  }
  return null
}
