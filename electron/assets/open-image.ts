import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, isCrowded, isDenied } from '../disk/calls/codes'

/** `fs.open`; tests pass one that fails. */
export type OpenFile = (path: string, flags: number) => Promise<FileHandle>

/**
 * Opens a regular file; null if there is none. Never waits for the other end of a pipe, and never follows a link that
 * replaced the file after it was checked. Throws the system's error if the file exists and cannot be opened.
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

// The system's errors if the file was deleted or replaced by something that is not a file.
const gone = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENXIO'])

const pauses = [20, 80, 300]

/** Tries again, a few times, while too many files are open. */
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

/** The HTTP status for an image that exists and could not be read: no permission, busy, or damaged. */
export const statusOfFailure = (error: unknown): 403 | 500 | 503 => {
  if (isDenied(error)) return 403
  return isCrowded(error) || ['EBUSY', 'EAGAIN'].includes(codeOf(error)) ? 503 : 500
}
