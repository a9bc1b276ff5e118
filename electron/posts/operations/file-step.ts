import { lstat, mkdir, rename } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError, assertNever, messageOf } from '../../../shared/app-error'
import type { Revision } from '../../../shared/posts/post'
import { writeAtomically } from '../../disk/atomic-write'
import { codeOf, diskError } from '../../disk/disk-error'
import { readWhole } from '../../disk/read-whole'
import { revisionOf } from '../../disk/revision'

/** One thing an operation does to the disk. Each can be looked at afterwards: it is done, or it is still to do. */
export type FileStep =
  | { readonly kind: 'write'; readonly path: string; readonly before: Uint8Array; readonly after: Uint8Array }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'create'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'trash'; readonly path: string; readonly bytes: Uint8Array }

/** What a step would find: its start, its end, or something else that somebody made meanwhile. */
export type StepState = 'to-do' | 'done' | 'changed'

export interface StepTools {
  /** Moves a file to the system's bin. */
  readonly trash: (path: string) => Promise<void>
}

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
      // A disk that does not tell case apart shows one file under both names.
      if (from !== null && (to === null || (to === from && isCaseOnly(step)))) return 'to-do'
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

/** Does a step whose state is `to-do`. Throws an AppError; then the disk is as before. */
export const doStep = async (step: FileStep, { trash }: StepTools): Promise<void> => {
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
        await mkdir(dirname(step.to), { recursive: true })
        await rename(step.from, step.to)
      } catch (error) {
        throw diskError(error, `Cannot move ${basename(step.from)}`)
      }
      return
    case 'create':
      await mkdir(dirname(step.path), { recursive: true })
      await writeAtomically(step.path, step.bytes, { create: true })
      return
    case 'trash':
      try {
        await trash(step.path)
      } catch (error) {
        throw new AppError(
          'failed',
          `${basename(step.path)} could not be moved to the bin: ${messageOf(error)}`,
        )
      }
      return
    default:
      assertNever(step)
  }
}

/** The step that takes another one back. */
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

/** What to say where something is in a step's way. */
export const changed = (step: FileStep): AppError => {
  if (step.kind === 'move') {
    const [from, to] = [basename(step.from), basename(step.to)]
    return new AppError('already-exists', `${to} is there already, or ${from} is gone.`)
  }
  const name = basename(step.path)
  return step.kind === 'create'
    ? new AppError('already-exists', `There is a file ${name} already, and it was left alone.`)
    : new AppError('busy', `${name} changed on the disk meanwhile and was left alone.`)
}

const revisionAt = async (path: string): Promise<Revision | null> => {
  try {
    return revisionOf((await readWhole(path, `Cannot read ${basename(path)}`)).bytes)
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return null
    throw error
  }
}

const inodeOf = async (path: string): Promise<string | null> => {
  try {
    const { dev, ino } = await lstat(path)
    return `${dev}:${ino}`
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    throw diskError(error, `Cannot look at ${basename(path)}`)
  }
}

const isCaseOnly = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  from !== to && from.normalize('NFC').toLowerCase() === to.normalize('NFC').toLowerCase()

/** Whether a path is a place, or lies in it. */
export const isAt = (path: string, place: string): boolean =>
  path === place || (path.startsWith(place) && /[\\/]/.test(path[place.length] ?? ''))
