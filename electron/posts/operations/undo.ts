import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { mergeVersions } from '../../../shared/merge/merge-post'
import { decodePost, encodePost } from '../../../shared/posts/text-format'
import { t } from '../../../shared/texts/translate'
import { readWhole } from '../../disk/read-whole'
import { changed, type FileStep, movedAlong, reverseOf } from './file-step'
import type { OperationRecord, ReadRecord } from './record'
import { standingOf } from './step-states'

type Write = Extract<FileStep, { readonly kind: 'write' }>

/**
 * The step that reverts a write in a file that was edited since, by merging as with any outside change; null if both
 * changed the same lines. `path` is where the file is now.
 */
const mergedBack = async (step: Write, path: string): Promise<Write | null> => {
  try {
    const { bytes } = await readWhole(path, t('files.cannotReadChanges'))
    const [base, mine, theirs] = [step.after, step.before, bytes].map(decodePost) as [
      Version,
      Version,
      Version,
    ]
    const merged = mergeVersions(base, mine, theirs)
    if (merged.conflicts.length > 0) return null
    return { kind: 'write', path: step.path, before: bytes, after: encodePost(merged.text, merged.format) }
  } catch (error) {
    if (error instanceof AppError) return null // it is gone or no longer text: it stays as it is
    throw error
  }
}

type Version = ReturnType<typeof decodePost>

/**
 * The steps that reverse the steps of a record, the last first, and those that something blocks. A file that was edited
 * since is merged unless the same lines were changed.
 */
export const backwards = async ({ steps, afterCrash }: OperationRecord) => {
  const found = await Promise.all(steps.map((_, index) => standingOf(steps, index)))
  const back = await Promise.all(
    steps.map(async (step, index) => {
      const state = found[index]?.state
      if (state === 'done') return reverseOf(step)
      return state === 'changed' && step.kind === 'write' ? mergedBack(step, placeNow(steps, index)) : null
    }),
  )
  const inTheWay = steps
    .filter((_, index) => found[index]?.state === 'changed' && back[index] === null)
    .map(reverseOf)
  const moved = inTheWay.find((step) => step.kind === 'move')
  // Without the moved file, links would be changed back to a place that does not exist.
  if (afterCrash === 'finish' && moved) throw new AppError('busy', whyKept(moved))
  const left = inTheWay.map((step) => ({ step, reason: changed(step).message }))
  return { back: back.toReversed().filter((step) => step !== null), left }
}

/** The place of a step's file after the moves that follow the step. */
const placeNow = (steps: readonly FileStep[], index: number): string => {
  let step = steps[index] as FileStep
  for (const later of steps.slice(index + 1)) if (later.kind === 'move') step = movedAlong(step, later)
  return step.kind === 'move' ? step.from : step.path
}

const whyKept = ({ from, to }: Extract<FileStep, { readonly kind: 'move' }>): string =>
  t('files.movedAgain', { from: basename(from), to: basename(to) })

/** Why a record cannot be used. */
export const whyUnused = (read: Exclude<ReadRecord, { readonly kind: 'record' }>): string =>
  read.kind === 'newer' ? t('files.newerOperation') : t('files.undoDamaged', { path: read.keptAt })
