import { constants } from 'node:fs'
import { access, lstat, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../shared/app-error'
import { once } from '../../shared/base/once'
import type {
  AppErrorKindForSave,
  OpenedPost,
  PostId,
  PostToSave,
  Revision,
  SaveResult,
  SentOpenedPost,
} from '../../shared/posts/post'
import { decodePost, encodePost } from '../../shared/posts/text-format'
import { type TextKey, t } from '../../shared/texts/translate'
import {
  type InPlaceReason,
  type WriteOptions,
  type WriteOutcome,
  writeAtomically,
} from '../disk/atomic-write'
import { realPath } from '../disk/calls/real-path'
import { reachFile } from '../disk/calls/sync-folder'
import { diskError } from '../disk/disk-error'
import { type FileContent, readWhole } from '../disk/read-whole'
import { resolveInside } from '../disk/resolve-inside'
import { revisionOf } from '../disk/revision'
import { decodeToSend } from './decode-to-send'

export { revisionOf } from '../disk/revision'

/** Reads a post. Throws an AppError that says why it cannot be opened: gone, a folder, too large, binary, no permission. */
export const readPost = async (root: string, id: PostId): Promise<OpenedPost> => {
  const path = await resolveInside(root, id)
  return openedPost(id, path, await readExisting(root, path, id))
}

const readExisting = async (root: string, path: string, id: PostId): Promise<FileContent> => {
  try {
    return await readWhole(path, t('files.cannotOpen', { name: id }))
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error
    const isLink = await lstat(`${await realPath(root)}/${id}`).then(
      (found) => found.isSymbolicLink(),
      () => false,
    )
    if (!isLink) throw error
    throw new AppError('not-found', t('files.brokenLink', { id }))
  }
}

/** Reads a post as `readPost` does, its text ready to be sent to the window. */
export const readPostToSend = async (root: string, id: PostId): Promise<SentOpenedPost> => {
  const path = await resolveInside(root, id)
  const content = await readExisting(root, path, id)
  return { id, ...decodeNamed(() => decodeToSend(content.bytes), id), ...(await factsOf(path, content)) }
}

const openedPost = async (id: PostId, path: string, content: FileContent): Promise<OpenedPost> => ({
  id,
  ...decodeNamed(() => decodePost(content.bytes), id),
  ...(await factsOf(path, content)),
})

const factsOf = async (path: string, { bytes, stats }: FileContent) => ({
  revision: revisionOf(bytes),
  writable: (stats.mode & 0o222) !== 0 && (await mayWrite(path)),
  modifiedMs: stats.mtimeMs,
})

const decodeNamed = <T>(decode: () => T, id: PostId): T => {
  try {
    return decode()
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.kind, t('files.cannotOpenBecause', { id, reason: error.message }))
    throw error
  }
}

const mayWrite = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  )

export interface SaveOptions {
  /** Receives the bytes before they are replaced, for the history; returns a message for the user. Never rejects. */
  readonly keep?: (bytes: Uint8Array, revision: Revision) => Promise<string | undefined>
  /** Must resolve before the file gets the new text. */
  readonly noted?: Promise<void>
  /** The encoded post, if already known. */
  readonly encoded?: { readonly bytes: Uint8Array; readonly revision: Revision }
}

/**
 * Saves a post if the disk still has the revision that the text is based on, checked again just before replacing the
 * file. Identical bytes are not written. Throws only for an id outside the folder.
 */
export const savePost = async (
  root: string,
  id: PostId,
  post: PostToSave,
  options: SaveOptions = {},
): Promise<SaveResult> => {
  const bytes = options.encoded?.bytes ?? encodePost(post.text, post.format)
  let isWritten = false
  const onReplaced = (): void => {
    isWritten = true
  }
  try {
    const path = await resolveInside(root, id)
    return post.base === null
      ? await createFile(root, id, path, bytes, onReplaced)
      : await replaceFile(id, path, bytes, post.base, { ...options, onReplaced })
  } catch (error) {
    const problem = diskError(error, t('files.cannotSave', { name: id }))
    if (problem.kind === 'outside-folder') throw problem
    const failed = { kind: 'failed', reason: reasonOf(problem), message: problem.message } as const
    return isWritten ? { ...failed, written: revisionOf(bytes) } : failed
  }
}

/** The file is not the one to replace: it has changed, has the new text already, or is gone (null). */
interface Unreplaced {
  readonly unreplaced: FileContent | null
}

const replaceFile = async (
  id: PostId,
  path: string,
  bytes: Uint8Array,
  base: Revision,
  { keep, noted, encoded, onReplaced }: SaveOptions & Pick<WriteOptions, 'onReplaced'>,
): Promise<SaveResult> => {
  const look = async (): Promise<FileContent | Unreplaced> => {
    const found = await readOrNull(path, id)
    return !found || found.bytes.equals(bytes) ? { unreplaced: found } : found
  }
  const check = (found: FileContent | Unreplaced): FileContent | Unreplaced =>
    'unreplaced' in found || revisionOf(found.bytes) === base ? found : { unreplaced: found }
  // The file is read while the new text is being flushed. Hashing runs while the disk is busy, so it costs no time.
  const looked = look()
  looked.catch(() => undefined) // handled where it is awaited
  const checked = once(async () => check(await looked))
  const revision = once(async () => encoded?.revision ?? revisionOf(bytes))
  const kept = once(async () => {
    const old = await checked()
    return 'unreplaced' in old ? undefined : keep?.(old.bytes, base)
  })
  try {
    const outcome = await writeAtomically<Unreplaced>(path, bytes, {
      isReal: true,
      // Only a file of the same length can have the same bytes; then there is nothing to write.
      beforeWrite: async ({ size }) => (size === bytes.length ? stopIn(await looked) : undefined),
      whileWaiting: () => Promise.all([checked(), revision(), noted, kept()]),
      ...(onReplaced && { onReplaced }),
      beforeReplace: async () => {
        const old = await checked()
        if ('unreplaced' in old) return old
        return (await isUntouched(path, old)) ? undefined : stopIn(check(await look()))
      },
    })
    if ('unreplaced' in outcome) return await answerFor(id, path, bytes, outcome)
    return saved(await revision(), outcome.modifiedMs, [noteAbout(id, outcome), await kept()])
  } catch (error) {
    const problem = diskError(error, t('files.cannotSave', { name: id }))
    if (problem.kind === 'not-found' && !(await readOrNull(path, id))) return { kind: 'deleted' }
    throw problem
  }
}

const stopIn = (found: FileContent | Unreplaced): Unreplaced | undefined =>
  'unreplaced' in found ? found : undefined

const answerFor = async (
  id: PostId,
  path: string,
  bytes: Uint8Array,
  { unreplaced: found }: Unreplaced,
): Promise<SaveResult> => {
  if (!found) return { kind: 'deleted' }
  return found.bytes.equals(bytes) ? savedAlready(path, found) : conflictWith(id, path, found)
}

/** The resolution of file times in milliseconds, with some margin: seconds, two seconds on FAT, or system ticks. */
const clockStepMs = (time: number): number => (time % 1000 === 0 ? 3_000 : 50)

/**
 * Whether the file is unchanged since it was read, by its ctime, which programs cannot set as they can mtime. If that is
 * too recent, or from another clock, only reading again can tell.
 */
const isUntouched = async (path: string, { stats }: FileContent): Promise<boolean> => {
  const now = await stat(path).catch(() => null)
  const same = (['dev', 'ino', 'size', 'mtimeMs', 'ctimeMs'] as const).every(
    (key) => now?.[key] === stats[key],
  )
  return same && process.platform !== 'win32' && Date.now() - stats.ctimeMs > clockStepMs(stats.ctimeMs)
}

const createFile = async (
  root: string,
  id: PostId,
  path: string,
  bytes: Uint8Array,
  onReplaced: () => void,
): Promise<SaveResult> => {
  const found = await readOrNull(path, id)
  if (found)
    return found.bytes.equals(bytes) ? await savedAlready(path, found) : conflictWith(id, path, found)
  await realPath(root) // recreates folders only below the posts folder, not where a disk was removed
  await mkdir(dirname(path), { recursive: true })
  try {
    const outcome = await writeAtomically(path, bytes, { create: true, onReplaced })
    return saved(revisionOf(bytes), outcome.modifiedMs, [noteAbout(id, outcome)])
  } catch (error) {
    const problem = diskError(error, t('files.cannotSave', { name: id }))
    const other = problem.kind === 'already-exists' ? await readOrNull(path, id) : null
    if (!other) throw problem
    return conflictWith(id, path, other)
  }
}

const readOrNull = async (path: string, id: PostId): Promise<FileContent | null> => {
  try {
    return await readWhole(path, t('files.cannotSave', { name: id }))
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return null
    throw error
  }
}

/** The file already has the text; an earlier save may have failed to flush it. */
const savedAlready = async (path: string, { bytes, stats }: FileContent): Promise<SaveResult> => {
  await reachFile(path)
  return saved(revisionOf(bytes), stats.mtimeMs)
}

const saved = (
  revision: Revision,
  modifiedMs: number,
  notes: readonly (string | undefined)[] = [],
): SaveResult => {
  const note = notes.filter((part) => part !== undefined).join(' ')
  return { kind: 'saved', revision, modifiedMs, ...(note === '' ? {} : { note }) }
}

const conflictWith = async (id: PostId, path: string, found: FileContent): Promise<SaveResult> => ({
  kind: 'conflict',
  onDisk: await openedPost(id, path, found),
})

const noteAbout = (id: PostId, outcome: WriteOutcome): string | undefined =>
  outcome.how === 'in-place' ? t(noteOf[outcome.why], { id }) : undefined

const noteOf = {
  'hard-link': 'files.inPlaceHardLink',
  folder: 'files.inPlaceFolder',
  owner: 'files.inPlaceOwner',
  device: 'files.inPlaceDevice',
  locked: 'files.inPlaceLocked',
} as const satisfies Record<InPlaceReason, TextKey>

const reasons: readonly AppErrorKindForSave[] = ['read-only', 'no-permission', 'disk-full', 'not-found']
const reasonOf = ({ kind }: AppError): AppErrorKindForSave =>
  reasons.find((reason) => reason === kind) ?? 'failed'
