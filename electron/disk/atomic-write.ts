import { constants, type Stats } from 'node:fs'
import { access, type FileHandle, lstat, open, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { codeOf, isDenied, isHeld } from './calls/codes'
import { realPath } from './calls/real-path'
import { openFolder, syncFolder } from './calls/sync-folder'
import { putAtFreeName } from './calls/take-name'
import { renameHeld } from './calls/while-held'
import { diskError } from './disk-error'
import { allDone, reachDisk, writeAll, writeInPlace } from './in-place-write'
import { inTurn, type Turns } from './in-turn'
import { forgetTemp, newTempName } from './temp-files'

/** `S` is what a check answers to stop the write: it becomes the outcome, and the file is left as it is. */
export interface WriteOptions<S = never> {
  /** Called with the file to be replaced before anything is written. An answer or an error stops the write. */
  readonly beforeWrite?: (old: Stats) => Promise<S | undefined>
  /** Called after all bytes are written, while waiting for the disk. An error it throws stops the write. */
  readonly whileWaiting?: () => Promise<unknown>
  /**
   * Called when all is ready and nothing is replaced yet, for the last check of the disk; called again before each
   * further attempt. An answer or an error stops the write.
   */
  readonly beforeReplace?: () => Promise<S | undefined>
  /** Called once the file has the new bytes; only their durability can still fail. */
  readonly onReplaced?: () => void
  /** The path is known to contain no links. */
  readonly isReal?: boolean
  /** The file must not exist: one that appears meanwhile is not overwritten, and the write throws `already-exists`. */
  readonly create?: boolean
}

/** Why a file was overwritten in place instead of being replaced. */
export type InPlaceReason = 'hard-link' | 'folder' | 'owner' | 'device' | 'locked'
export type WriteOutcome =
  | { readonly how: 'replaced'; readonly modifiedMs: number }
  | { readonly how: 'in-place'; readonly why: InPlaceReason; readonly modifiedMs: number }

/** The pending writes by name and by file, so that two of ours never interleave. */
const named: Turns = new Map()
const files: Turns = new Map()

/**
 * Writes a file so that it always has either the old or the new bytes, whatever fails, and resolves when they are on
 * the disk. Follows links, keeps mode and owner, respects hard links and read-only files. Throws an AppError.
 */
export const writeAtomically = async <S = never>(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions<S> = {},
): Promise<WriteOutcome | S> => {
  try {
    // In order of the calls, first by the name they use, then by the file it leads to.
    return await inTurn(named, path, async () => {
      const real = options.create || options.isReal ? path : await realPath(path)
      return inTurn(files, real, () => writeNow(real, bytes, options))
    })
  } catch (error) {
    throw diskError(error, t('files.cannotSave', { name: basename(path) }))
  }
}

/** The same for a file that may not exist yet. */
export const writeOrCreate = async (path: string, bytes: Uint8Array): Promise<WriteOutcome> => {
  try {
    return await writeAtomically(path, bytes)
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error
    return writeAtomically(path, bytes, { create: true })
  }
}

// Each call changes threads twice, which costs more than most calls do, so calls run in parallel where possible.
const writeNow = async <S>(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions<S>,
): Promise<WriteOutcome | S> => {
  const opened = openFolder(dirname(path))
  opened.catch(() => undefined) // handled below, before anything is replaced
  try {
    const old = options.create ? null : await writableFile(path)
    const stop = old ? await options.beforeWrite?.(old) : undefined
    if (stop !== undefined) return stop
    return await writeBeside(path, bytes, old, options, opened)
  } finally {
    // Nothing was written through it, so closing it cannot reveal an error and is not awaited.
    opened.then((folder) => folder?.close()).catch(() => undefined)
  }
}

const writeBeside = async <S>(
  path: string,
  bytes: Uint8Array,
  old: Stats | null,
  options: WriteOptions<S>,
  opened: Promise<FileHandle | null>,
): Promise<WriteOutcome | S> => {
  if (old && old.nlink > 1) return inPlace(path, bytes, options, 'hard-link')
  const temp = join(dirname(path), newTempName())
  let handle: FileHandle
  try {
    handle = await open(temp, 'wx+', old ? old.mode & 0o777 : 0o666)
  } catch (error) {
    forgetTemp(temp)
    // The folder accepts no new files, but the file itself may be writable.
    if (old && isDenied(error)) return inPlace(path, bytes, options, 'folder')
    throw error
  }
  let isLeft = true
  try {
    let isOurs: boolean
    try {
      isOurs = await fill(handle, bytes, old, options.whileWaiting)
    } catch (error) {
      await handle.close()
      throw error
    }
    // Some disks report a failed write only when the file is closed.
    const beforeReplace = isOurs ? options.beforeReplace?.() : undefined
    const [folder, , stop] = await allDone([opened, handle.close(), beforeReplace])
    if (stop !== undefined) return stop
    if (!isOurs) return await inPlace(path, bytes, options, 'owner')
    const done = old ? await replace(temp, path, bytes, options) : { how: 'replaced' as const }
    if ('stop' in done) return done.stop
    isLeft = old ? done.how !== 'replaced' : await putAtFreeName(temp, path)
    options.onReplaced?.()
    const [modifiedMs] = await allDone([modifiedOf(path), folder === null ? undefined : syncFolder(folder)])
    return { ...done, modifiedMs }
  } finally {
    if (isLeft) await unlink(temp).catch(() => undefined) // leftovers are removed when the folder is opened
    forgetTemp(temp)
  }
}

/** Refuses anything but a writable regular file; root may write any file, so the mode bits are checked too. */
const writableFile = async (path: string): Promise<Stats> => {
  const [found, right] = await Promise.allSettled([stat(path), mayWrite(path)])
  if (found.status === 'rejected') throw found.reason
  const old = found.value
  if (!old.isFile()) {
    const now = old.isDirectory() ? t('files.folderInPlace') : t('files.notRegularAnyMore')
    throw new AppError('not-a-file', t('files.cannotSaveBecause', { name: basename(path), reason: now }))
  }
  if ((old.mode & 0o222) === 0)
    throw new AppError('read-only', t('files.fileReadOnly', { name: basename(path) }))
  if (right.status === 'rejected') throw right.reason
  return old
}

const mayWrite = (path: string): Promise<void> => access(path, constants.W_OK)

/** Writes all bytes, keeps mode and owner and waits for the disk; false if the owner cannot be kept. */
const fill = async (
  handle: FileHandle,
  bytes: Uint8Array,
  old: Stats | null,
  whileWaiting: (() => Promise<unknown>) | undefined,
): Promise<boolean> => {
  const [made] = await allDone([handle.stat(), writeAll(handle, bytes, 0)])
  if (old && process.platform !== 'win32') {
    if (made.uid !== old.uid || made.gid !== old.gid) {
      const refused = await handle.chown(old.uid, old.gid).then(() => false, isPermission)
      if (refused) return false
    }
    if ((made.mode & 0o7777) !== (old.mode & 0o7777)) await handle.chmod(old.mode & 0o7777)
  }
  await allDone([reachDisk(handle, bytes), whileWaiting?.()])
  return true
}

const isPermission = (error: unknown): true => {
  if (isDenied(error)) return true
  throw error
}

const inPlace = async <S>(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions<S>,
  why: InPlaceReason,
): Promise<WriteOutcome | S> => {
  const stop = await writeInPlace(path, bytes, options.beforeReplace)
  return stop ?? { how: 'in-place', why, modifiedMs: await modifiedOf(path) }
}

type Replaced<S> =
  | { readonly how: 'replaced' }
  | { readonly how: 'in-place'; readonly why: InPlaceReason }
  | { readonly stop: S }

/** Replaces the file, or overwrites it in place if it is a mount point or another program holds it. */
const replace = async <S>(
  temp: string,
  path: string,
  bytes: Uint8Array,
  { beforeReplace }: WriteOptions<S>,
): Promise<Replaced<S>> => {
  try {
    const stop = await renameHeld(temp, path, beforeReplace)
    return stop === undefined ? { how: 'replaced' } : { stop }
  } catch (error) {
    const isDevice = ['EXDEV', 'EBUSY'].includes(codeOf(error)) && !isHeld(error)
    if (!isDevice && !isHeld(error)) throw error
    const stop = await writeInPlace(path, bytes, beforeReplace)
    return stop === undefined ? { how: 'in-place', why: isDevice ? 'device' : 'locked' } : { stop }
  }
}

/** The file may be deleted right after it was written; it was still written. */
const modifiedOf = (path: string): Promise<number> =>
  lstat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  )
