import { lstat, mkdir, readdir, readlink, rmdir, unlink } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError, assertNever, messageOf } from '../../../shared/app-error'
import { wordsOf } from '../../../shared/platform-words'
import type { Revision } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { writeAtomically } from '../../disk/atomic-write'
import { codeOf, isMissing } from '../../disk/calls/codes'
import { reachFolder } from '../../disk/calls/sync-folder'
import { moveToFreeName } from '../../disk/calls/take-name'
import { renameHeld } from '../../disk/calls/while-held'
import { diskError } from '../../disk/disk-error'
import { readWhole } from '../../disk/read-whole'
import { revisionOf } from '../../disk/revision'

/** One change to the disk. Its state can be determined afterwards: done or still to do. */
export type FileStep =
  | { readonly kind: 'write'; readonly path: string; readonly before: Uint8Array; readonly after: Uint8Array }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'create'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'trash'; readonly path: string; readonly bytes: Uint8Array }

/** What a step finds: its initial state, its result, or something else made meanwhile. */
export type StepState = 'to-do' | 'done' | 'changed'

export interface StepTools {
  /** Moves a file to the system's trash. */
  readonly trash: (path: string) => Promise<void>
}

type Move = Extract<FileStep, { readonly kind: 'move' }>

/** How the disk stands to a step. */
export const stateOf = async (step: FileStep): Promise<StepState> => {
  switch (step.kind) {
    case 'write': {
      const now = await revisionAt(step.path)
      if (now === revisionOf(step.after)) return 'done'
      return now === revisionOf(step.before) ? 'to-do' : 'changed'
    }
    case 'move': {
      const [from, to] = await Promise.all([inodeOf(step.from), inodeOf(step.to)])
      if (from !== null && (to === null || (await isOneFile(step, from, to)))) return 'to-do'
      return from === null && to !== null ? 'done' : 'changed'
    }
    case 'create': {
      const now = await revisionAt(step.path)
      if (now === null) return 'to-do'
      return now === revisionOf(step.bytes) ? 'done' : 'changed'
    }
    case 'trash': {
      const now = await revisionAt(step.path)
      if (now === null) return 'done'
      return now === revisionOf(step.bytes) ? 'to-do' : 'changed'
    }
    default:
      return assertNever(step)
  }
}

/** Does a step whose state is `to-do`, in folders that are there or in `made`. Throws an AppError; then the disk is as before. */
export const doStep = async (
  step: FileStep,
  { trash }: StepTools,
  made: readonly string[] = [],
): Promise<void> => {
  switch (step.kind) {
    case 'write':
      await writeAtomically(step.path, step.after, {
        beforeReplace: async () => {
          if ((await revisionAt(step.path)) !== revisionOf(step.before)) throw changed(step)
        },
      })
      return
    case 'move':
      try {
        await makeFolders(made, step.to)
        await move(step)
        for (const folder of new Set([dirname(step.to), dirname(step.from)])) await reachFolder(folder)
      } catch (error) {
        throw diskError(error, t('files.cannotMove', { from: basename(step.from), to: basename(step.to) }))
      }
      return
    case 'create':
      await makeFolders(made, step.path)
      await writeAtomically(step.path, step.bytes, { create: true })
      return
    case 'trash':
      if ((await revisionAt(step.path)) !== revisionOf(step.bytes)) throw changed(step)
      try {
        await trash(step.path)
      } catch (error) {
        throw new AppError(
          'failed',
          t('files.notMovedToBin', {
            name: basename(step.path),
            bin: wordsOf(process.platform).bin,
            reason: messageOf(error),
          }),
        )
      }
      return
    default:
      assertNever(step)
  }
}

// A case-insensitive disk has the new name already.
const move = async (step: Move): Promise<void> => {
  const [from, to] = await Promise.all([inodeOf(step.from), inodeOf(step.to)])
  if (from !== null && to !== null && (await isOneFile(step, from, to))) await renameHeld(step.from, step.to)
  else await moveToFreeName(step.from, step.to)
}

/** Creates only the folders in `made`: if others are missing, the disk is unavailable. */
const makeFolders = async (made: readonly string[], place: string): Promise<void> => {
  for (const folder of made.filter((path) => isAt(place, path)).sort((a, b) => a.length - b.length)) {
    try {
      await mkdir(folder)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw diskError(error, t('files.cannotMakeFolder', { name: folder }))
    }
  }
}

/**
 * Cleans up after a crash in the middle of a move: the new name is a second link to the file or an empty placeholder.
 * Afterwards the move is either still to do or done.
 */
export const tidyHalfMove = async (step: Move): Promise<void> => {
  const [from, to] = await Promise.all([inodeOf(step.from), inodeOf(step.to)])
  if (from === null || to === null || (await isOneFile(step, from, to))) return
  const [old, taken] = await Promise.all([lstat(step.from), lstat(step.to)])
  const isCopy =
    old.isSymbolicLink() &&
    taken.isSymbolicLink() &&
    (await readlink(step.from)) === (await readlink(step.to))
  if (from === to || isCopy || (old.isFile() && taken.isFile() && taken.size === 0)) await unlink(step.to)
  else if (old.isDirectory() && taken.isDirectory() && (await readdir(step.to)).length === 0)
    await rmdir(step.to)
}

/** The step that reverses another one. */
export const reverseOf = (step: FileStep): FileStep => {
  switch (step.kind) {
    case 'write':
      return { ...step, before: step.after, after: step.before }
    case 'move':
      return { ...step, from: step.to, to: step.from }
    case 'create':
      return { ...step, kind: 'trash' }
    case 'trash':
      return { ...step, kind: 'create' }
    default:
      return assertNever(step)
  }
}

/** A step with its place after a move that may have moved its file along. */
export const movedAlong = <S extends FileStep>(step: S, { from, to }: Move): S => {
  const along = (path: string) => (isAt(path, from) ? to + path.slice(from.length) : path)
  return step.kind === 'move'
    ? { ...step, from: along(step.from), to: along(step.to) }
    : { ...step, path: along(step.path) }
}

/** The error if something blocks a step. */
export const changed = (step: FileStep): AppError => {
  if (step.kind === 'move') {
    const [from, to] = [basename(step.from), basename(step.to)]
    return new AppError('already-exists', t('files.movedOrGone', { to, from }))
  }
  const name = basename(step.path)
  return step.kind === 'create'
    ? new AppError('already-exists', t('files.existsKept', { name }))
    : new AppError('busy', t('files.changedKept', { name }))
}

const revisionAt = async (path: string): Promise<Revision | null> => {
  try {
    return revisionOf((await readWhole(path, t('files.cannotRead', { name: basename(path) }))).bytes)
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return null
    throw error
  }
}

const inodeOf = async (path: string): Promise<string | null> => {
  try {
    const { dev, ino } = await lstat(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    if (isMissing(error)) return null
    throw diskError(error, t('files.cannotAccess', { name: basename(path) }))
  }
}

/** Whether both names of a move are the same file on a case-insensitive disk. */
const isOneFile = async ({ from, to }: Move, fromInode: string, toInode: string | null): Promise<boolean> => {
  const fold = (path: string) => path.normalize('NFC').toLowerCase()
  if (fromInode !== toInode || from === to || fold(from) !== fold(to)) return false
  const names = await readdir(dirname(to))
  return !(names.includes(basename(from)) && names.includes(basename(to)) && dirname(from) === dirname(to))
}

/** Whether a path is the place or inside it. */
export const isAt = (path: string, place: string): boolean =>
  path === place || (path.startsWith(place) && /[\\/]/.test(path.charAt(place.length)))
