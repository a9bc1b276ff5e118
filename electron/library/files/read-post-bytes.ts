import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import type { PostFile } from './walk-posts'

/** Beyond this a file is listed with a problem and not read: no post is so long. */
export const largestFile = 50_000_000

const usualFile = Buffer.allocUnsafeSlow(128 * 1024)

// A link that was followed is opened where it led; whatever became a link since then is not.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/**
 * The bytes of a post as it was seen, to be used at once: a post of the usual size is read into the same memory again
 * and again. Throws what the system says, and an AppError where it is no regular file by now or too large.
 */
export const readPostBytes = (root: string, { id, size, target }: PostFile): Buffer<ArrayBuffer> => {
  const handle = openSync(target ?? join(root, id), flags)
  try {
    if (size < usualFile.length) {
      const count = readSync(handle, usualFile, 0, usualFile.length, 0)
      if (count === size) return usualFile.subarray(0, count)
    }
    // It is larger, it is being written, or the disk answers in parts.
    return readAll(handle, id)
  } finally {
    closeSync(handle)
  }
}

const readAll = (handle: number, id: string): Buffer<ArrayBuffer> => {
  const stats = fstatSync(handle)
  if (!stats.isFile()) throw new AppError('not-a-file', t('files.notRegularFile', { name: id }))
  if (stats.size > largestFile)
    throw new AppError('too-large', t('library.tooLarge', { id, size: Math.round(stats.size / 1e6) }))
  const bytes = Buffer.allocUnsafeSlow(stats.size)
  let length = 0
  for (let read = 1; read > 0 && length < bytes.length; length += read)
    read = readSync(handle, bytes, length, bytes.length - length, length)
  return bytes.subarray(0, length)
}
