import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'

const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) // opening a named pipe would wait for its other end
/** A larger file is not a settings file. */
const largest = 1_000_000

/**
 * The text of a small, untrusted file; null if it is not a regular file or is larger than `limit`, by its size or by
 * what can be read. Rejects with the system's error if it does not exist or may not be read.
 */
export const readSmallFile = async (path: string, limit = largest): Promise<string | null> => {
  const file = await open(path, flags)
  try {
    const stats = await file.stat()
    if (!isSmall(stats, limit)) return null
    const bytes = Buffer.alloc(roomFor(stats, limit))
    let length = 0
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = (await file.read(bytes, length, bytes.length - length, length)).bytesRead
    return length > limit ? null : bytes.toString('utf8', 0, length)
  } finally {
    await file.close()
  }
}

/** The first `bytes` of a file as text; empty if it is not a regular file. Rejects as `readSmallFile`. */
export const readStart = async (path: string, bytes = 4096): Promise<string> => {
  const file = await open(path, flags)
  try {
    if (!(await file.stat()).isFile()) return ''
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** `readSmallFile`, synchronously. */
export const readSmallFileSync = (path: string, limit = largest): string | null => {
  const file = openSync(path, flags)
  try {
    const stats = fstatSync(file)
    if (!isSmall(stats, limit)) return null
    const bytes = Buffer.alloc(roomFor(stats, limit))
    let length = 0
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length)
    return length > limit ? null : bytes.toString('utf8', 0, length)
  } finally {
    closeSync(file)
  }
}

const isSmall = (stats: Stats, limit: number): boolean => stats.isFile() && stats.size <= limit

// Virtual files report size 0 and may be endless.
const roomFor = ({ size }: Stats, limit: number): number =>
  size === 0 ? limit + 1 : Math.min(size + 64, limit + 1)
