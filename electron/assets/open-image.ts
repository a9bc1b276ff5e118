import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, isCrowded, isDenied } from '../disk/calls/codes'

/** Opens a file as Node does; a test passes in one that fails. */
export type OpenFile = (path: string, flags: number) => Promise<FileHandle>

/**
 * Opens a plain file; null where there is none by now. Never waits for the other end of a pipe, nor follows a link that
 * took the file's place since it was checked. Throws what the system says where the file is there and does not open.
 */
export const openPlainFile = async (path: string, openFile: OpenFile = open): Promise<FileHandle | null> => {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)
  let file: FileHandle
  try {
    file = await openFile(path, flags)
  } catch (error) {
    if (gone.has(codeOf(error))) return null
    throw error
  }
  let isPlain = false
  try {
    isPlain = (await file.stat()).isFile()
    return isPlain ? file : null
  } finally {
    if (!isPlain) await file.close()
  }
}

// What the system says where the file went away, or something that is no file came into its place.
const gone = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENXIO'])

const pauses = [20, 80, 300]

/** Tries again, a few times, while the system has no room for one more open file. */
export const whenFilesAreFree = async <T>(work: () => Promise<T>): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!isCrowded(error)) throw error
      await sleep(pause)
    }
  }
  return work()
}

/** The HTTP status for an image that is there and could not be read: closed to us, busy for a while, or broken. */
export const statusOfFailure = (error: unknown): 403 | 500 | 503 => {
  if (isDenied(error)) return 403
  return isCrowded(error) || ['EBUSY', 'EAGAIN'].includes(codeOf(error)) ? 503 : 500
}
