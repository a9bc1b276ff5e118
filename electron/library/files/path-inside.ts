import { posix, win32 } from 'node:path'

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/**
 * The path of something inside a folder, `/` separated; null if it is not inside. A letter may be in NFC or NFD, and
 * events on macOS use another form than listings: both mean the same folder.
 */
export const pathInside = (root: string, path: string, platform = process.platform): string | null => {
  const { sep } = platform === 'win32' ? win32 : posix
  const start = root.endsWith(sep) ? root : root + sep
  if (path === root) return ''
  if (path.startsWith(start)) return path.slice(start.length).replaceAll(sep, '/')
  if (isAscii(root) && platform !== 'win32') return null
  const fold = (part: string): string =>
    platform === 'win32' ? part.normalize('NFC').toLowerCase() : part.normalize('NFC')
  const outer = start.slice(0, -1).split(sep)
  const all = path.split(sep)
  if (outer.some((part, index) => all[index] === undefined || fold(part) !== fold(all[index]))) return null
  return all.slice(outer.length).join('/')
}

/** The spellings of a path that a disk may treat as the same. */
export const spellingsOf = (path: string): readonly string[] =>
  isAscii(path) ? [path] : [...new Set([path, path.normalize('NFC'), path.normalize('NFD')])]
