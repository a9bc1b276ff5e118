import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { diskError } from './disk-error'

/** No real post is larger than this. */
export const largestPost = 50_000_000

export interface FileContent {
  readonly bytes: Buffer<ArrayBuffer>
  readonly stats: Stats
}

/** All bytes of a regular file at one moment: if it is being written, it is read again. `doing` starts error messages. */
export const readWhole = async (path: string, doing: string): Promise<FileContent> => {
  try {
    // Before opening: opening a named pipe would wait for its other end.
    refuse(await stat(path), doing)
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readSteadily(handle, doing)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw diskError(error, doing)
  }
}

const refuse = (stats: Stats, doing: string): void => {
  if (stats.isDirectory()) throw new AppError('not-a-file', t('files.isFolderDoing', { doing }))
  if (!stats.isFile()) throw new AppError('not-a-file', t('files.notRegular', { doing }))
  if (stats.size > largestPost)
    throw new AppError(
      'too-large',
      t('files.tooLarge', { doing, size: Math.ceil(stats.size / 1e6), limit: largestPost / 1e6 }),
    )
}

const readSteadily = async (handle: FileHandle, doing: string): Promise<FileContent> => {
  let before = await handle.stat()
  for (let attempt = 0; ; attempt++) {
    refuse(before, doing)
    const bytes = await readFrom(handle, before.size)
    const stats = await handle.stat()
    const steady =
      stats.size === bytes.length && stats.mtimeMs === before.mtimeMs && stats.ctimeMs === before.ctimeMs
    // A log that keeps growing is still worth showing: after some attempts the last result is used.
    if (steady || attempt === 4) return { bytes, stats }
    before = stats
  }
}

const readFrom = async (handle: FileHandle, size: number): Promise<Buffer<ArrayBuffer>> => {
  const buffer = Buffer.allocUnsafeSlow(size) // with its own memory, because it may be transferred
  let at = 0
  while (at < size) {
    const { bytesRead } = await handle.read(buffer, at, size - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return buffer.subarray(0, at)
}
