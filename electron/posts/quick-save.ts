import { createHash } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '../../shared/app-error'
import type { PostId, Revision, SaveResult } from '../../shared/post'
import { needsNoSync } from './atomic-write'
import { codeOf, diskError } from './disk-error'
import { failedSave, saved } from './post-file'
import { isPlainId, isWithin } from './resolve-inside'
import { revisionOf } from './revision'
import { isUntouched } from './untouched'

export interface QuickSave<Bytes extends Uint8Array = Uint8Array> {
  readonly root: string
  readonly id: PostId
  readonly bytes: Bytes
  readonly base: Revision
  /** The name of the file beside it. */
  readonly temp: string
}

const notPlain = new Error('This save is not plain.')

/** What these say, or how they are got round, is known to `savePost`. */
const notOurs = [
  'ENOENT',
  'ENOTDIR',
  'EACCES',
  'EPERM',
  'ELOOP',
  'EXDEV',
  'EBUSY',
  'EEXIST',
  'EISDIR',
  'ESTALE',
]

const fsyncBeside = promisify(fsync)
const worthAThread = 65_536
let underWay = 0

/**
 * A save as nearly all are: of a file of one name and of our own, that is there and that nobody has changed. The
 * protocol of `writeAtomically`, in calls that hold up their thread, each of which costs a tenth of one that does not.
 * Null where the save is another one, with nothing changed: then it is one for `savePost`.
 * `mayReplace` is told the real path and resolves when the file may be replaced.
 */
export async function saveQuickly(
  save: QuickSave,
  mayReplace: (path: string) => Promise<void>,
): Promise<SaveResult | null> {
  underWay++
  try {
    return await replacePlainFile(save, mayReplace)
  } catch (error) {
    return error === notPlain || notOurs.includes(codeOf(error)) ? null : failedSave(save.id, error)
  } finally {
    underWay--
  }
}

async function replacePlainFile(
  { root, id, bytes, base, temp }: QuickSave,
  mayReplace: (path: string) => Promise<void>,
): Promise<SaveResult> {
  const path = realPathOf(root, id)
  const allowed = mayReplace(path)
  const old = statOfPlain(path)
  // Only a file of the same length can hold these very bytes; then nothing is to be written.
  if (old.size === bytes.length && holds(path, bytes)) throw notPlain
  const folder = openSync(dirname(path), constants.O_RDONLY)
  const beside = join(dirname(path), temp)
  let isLeft = false
  try {
    const file = openSync(beside, 'wx+', old.mode & 0o777)
    isLeft = true
    let seen: Look
    let revision: Revision
    try {
      keepRights(file, old)
      writeAll(file, bytes)
      ;({ seen, revision } = await reachDisk(file, bytes, () => lookAt(path)))
    } finally {
      closeSync(file) // some disks report a failed write only now
    }
    if (seen.revision !== base) throw notPlain
    await allowed
    if (!isUntouched(seen.stats, statSync(path)) && lookAt(path).revision !== base) throw notPlain
    renameSync(beside, path)
    isLeft = false
    const modifiedMs = modifiedOf(path)
    syncFolder(folder, id)
    return saved(revision, modifiedMs)
  } finally {
    if (isLeft) unlessItFails(() => unlinkSync(beside)) // what stays is swept when the folder is opened
    unlessItFails(() => closeSync(folder)) // nothing was written through it
  }
}

const realPathOf = (root: string, id: PostId): string => {
  if (!isPlainId(id)) throw notPlain
  const path = realpathSync.native(join(root, ...id.split('/')))
  if (!isWithin(realpathSync.native(root), path)) throw notPlain
  return path
}

/** Root passes every mode, so the bits are read too. */
const statOfPlain = (path: string): Stats => {
  const old = statSync(path)
  if (!old.isFile() || old.nlink !== 1 || (old.mode & 0o222) === 0) throw notPlain
  accessSync(path, constants.W_OK)
  return old
}

const keepRights = (file: number, old: Stats): void => {
  const made = fstatSync(file)
  if (made.uid !== old.uid || made.gid !== old.gid) throw notPlain
  if ((made.mode & 0o7777) !== (old.mode & 0o7777)) fchmodSync(file, old.mode & 0o7777)
}

/** A short write is gone on with; one of nothing is a full disk. */
const writeAll = (file: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) {
    const written = writeSync(file, bytes, at, bytes.length - at, at)
    if (written === 0)
      throw new AppError('disk-full', 'The disk took only a part of the file. It may be full.')
    at += written
  }
}

interface Look {
  readonly revision: Revision
  readonly stats: Stats
}

/**
 * Waits for the disk. All that only reckons is done beside it and costs nothing then; where there is little of it, or
 * no other save to go on with, the way to another thread and back costs more.
 */
async function reachDisk(
  file: number,
  bytes: Uint8Array,
  look: () => Look,
): Promise<{ seen: Look; revision: Revision }> {
  const synced = bytes.length < worthAThread && underWay === 1 ? null : fsyncBeside(file)
  try {
    const seen = look()
    if (synced === null) fsyncSync(file)
    readBack(file, bytes)
    return { seen, revision: revisionOf(bytes) }
  } finally {
    await synced // the file must not be closed under it
  }
}

/** A named pipe would wait for its other end. */
const toRead = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Files are read in pieces into this: room for the whole of a large one costs more than reading it. */
const piece = Buffer.allocUnsafeSlow(262_144)

/** The revision of a file at one moment: one that is being written is no plain case. */
const lookAt = (path: string): Look => {
  const file = openSync(path, toRead)
  try {
    const before = fstatSync(file)
    if (!before.isFile()) throw notPlain
    const revision = revisionIn(file, before.size)
    const stats = fstatSync(file)
    const steady =
      stats.size === before.size && stats.mtimeMs === before.mtimeMs && stats.ctimeMs === before.ctimeMs
    if (!steady) throw notPlain
    return { revision, stats }
  } finally {
    closeSync(file)
  }
}

const revisionIn = (file: number, size: number): Revision => {
  if (size <= piece.length) return revisionOf(piece.subarray(0, fill(file, 0, size)))
  const sum = createHash('sha256')
  for (let at = 0; at < size; ) {
    const got = fill(file, at, size - at)
    sum.update(piece.subarray(0, got))
    at += got
  }
  return sum.digest('hex')
}

/** Reads into the piece as much as it holds; the file must have so much. */
const fill = (file: number, at: number, length: number): number => {
  const wanted = Math.min(length, piece.length)
  for (let got = 0; got < wanted; ) {
    const read = readSync(file, piece, got, wanted - got, at + got)
    if (read === 0) throw notPlain
    got += read
  }
  return wanted
}

/** A write that the system counted but the disk did not keep has cost others whole texts. */
const readBack = (file: number, bytes: Uint8Array): void => {
  if (startsWith(file, bytes)) return
  throw new AppError(
    'failed',
    'The disk did not keep what was written. Copy your text elsewhere and check the disk.',
  )
}

const holds = (path: string, bytes: Uint8Array): boolean => {
  const file = openSync(path, toRead)
  try {
    return startsWith(file, bytes)
  } finally {
    closeSync(file)
  }
}

const startsWith = (file: number, bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, piece, 0, Math.min(piece.length, bytes.length - at), at)
    if (read === 0 || piece.compare(bytes, at, at + read, 0, read) !== 0) return false
    at += read
  }
  return true
}

/** The file may be taken away right after it was written; it was written all the same. */
const modifiedOf = (path: string): number => {
  try {
    return lstatSync(path).mtimeMs
  } catch {
    return Date.now()
  }
}

/** The file is replaced by now: what fails is told, and no other way is tried. */
const syncFolder = (folder: number, id: PostId): void => {
  try {
    fsyncSync(folder)
  } catch (error) {
    if (!needsNoSync(error)) throw diskError(error, `Cannot save ${id}`)
  }
}

const unlessItFails = (work: () => void): void => {
  try {
    work()
  } catch {
    return // the save is decided by then
  }
}
