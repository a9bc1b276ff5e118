import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError, messageOf } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { diskError } from './disk-error'

/** Writes all of `bytes` at a position. Continues after short writes; zero bytes means that the disk is full. */
export const writeAll = async (handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> => {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, position + at)
    if (bytesWritten === 0) throw new AppError('disk-full', t('files.partWritten'))
    at += bytesWritten
  }
}

/** Writes all of `bytes` from the start of the file and waits until they are on the disk. */
const writeWhole = async (handle: FileHandle, bytes: Uint8Array, oldLength = 0): Promise<void> => {
  await writeAll(handle, bytes, 0)
  if (oldLength > bytes.length) await handle.truncate(bytes.length)
  await reachDisk(handle, bytes)
}

/**
 * Waits for the disk and reads the bytes back: disks have lost writes that the system reported as done.
 */
export const reachDisk = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  await allDone([handle.sync(), readBack(handle, bytes)])
}

/** All results, or the first error, once all have settled: a handle must not be closed while it is being read. */
export const allDone = async <T extends readonly unknown[] | []>(
  work: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> => {
  await Promise.allSettled(work)
  return Promise.all(work)
}

/** Read in pieces: a buffer for a whole large file costs more than reading it. */
const pieceLength = 262_144

const readBack = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  const piece = Buffer.allocUnsafe(Math.min(bytes.length, pieceLength))
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await handle.read(piece, 0, Math.min(piece.length, bytes.length - at), at)
    if (bytesRead === 0 || piece.compare(bytes, at, at + bytesRead, 0, bytesRead) !== 0)
      throw new AppError('failed', t('files.notKept'))
    at += bytesRead
  }
}

/**
 * Overwrites a file that cannot be replaced. The old bytes are kept in memory and restored if it fails. If
 * `beforeReplace` answers, nothing is written and that is the result.
 */
export const writeInPlace = async <S = never>(
  path: string,
  bytes: Uint8Array,
  beforeReplace?: () => Promise<S | undefined>,
): Promise<S | undefined> => {
  const handle = await open(path, 'r+')
  try {
    const old = await handle.readFile()
    const stop = await beforeReplace?.()
    if (stop !== undefined) return stop
    try {
      await writeWhole(handle, bytes, old.length)
    } catch (error) {
      await writeWhole(handle, old, Number.POSITIVE_INFINITY).catch((second: unknown) => {
        throw new AppError(
          'failed',
          t('files.halfSaved', { name: basename(path), reason: messageOf(second) }),
          { cause: error },
        )
      })
      throw diskError(error, t('files.cannotSaveRestored', { name: basename(path) }))
    }
    return undefined
  } finally {
    await handle.close()
  }
}
