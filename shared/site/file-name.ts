import { itemAt } from '../base/item-at'
import { t } from '../texts/translate'

/** Windows keeps these for devices, with any ending: `aux.md` cannot be made there, nor be checked out of git. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i

/** Whether Windows takes a name of a file or folder for a device. */
export const isDeviceName = (name: string): boolean => device.test(itemAt(name.split('.'), 0).trimEnd())

/** Whether a path leads to a device on Windows, which opens one wherever it seems to lie. */
export const leadsToDevice = (path: string): boolean => path.split(/[\\/]/).some(isDeviceName)

/** Most disks count bytes, some count UTF-16 units; no name is longer. */
const longest = 255

/** Why a name cannot be that of a file or folder on every disk, Windows' included; null when it can. */
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

/** The first problem of the names in a path, `/` separated; null when there is none. */
export const pathProblem = (path: string): string | null => {
  for (const name of path.split('/')) {
    const problem = fileNameProblem(name)
    if (problem !== null) return problem
  }
  return null
}
