import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import type { PostFile } from './walk-posts'

/** A larger file is listed with a problem and not read: no real post is so long. */
export const largestFile = 50_000_000

const usualFile = Buffer.allocUnsafeSlow(128 * 1024)

// A followed link is opened at its target; a file that has become a link since then is not opened.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/**
 * The bytes of a post, to be used at once: posts of the usual size share one buffer. Throws the system's error, and an
 * AppError if it is no longer a regular file or too large.
 */
export const readPostBytes = (root: string, { id, size, target }: PostFile): Buffer<ArrayBuffer> => {
  const handle = openSync(target ?? join(root, id), flags)
  try {
    if (size < usualFile.length) {
      const count = readSync(handle, usualFile, 0, usualFile.length, 0)
      if (count === size) return usualFile.subarray(0, count)
    }
    // It is larger, is being written, or the disk reads in parts.
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
