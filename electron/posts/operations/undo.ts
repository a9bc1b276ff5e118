import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { changed, type FileStep, reverseOf } from './file-step'
import type { OperationRecord, ReadRecord } from './record'
import { standingOf } from './step-states'

/** The steps that take back what a record says was done, the last first, and those that something is in the way of. */
export const backwards = async ({ steps, afterCrash }: OperationRecord) => {
  const found = await Promise.all(steps.map((_, index) => standingOf(steps, index)))
  const inState = (wanted: string) => steps.filter((_, index) => found[index]?.state === wanted)
  const inTheWay = inState('changed').map(reverseOf)
  const moved = inTheWay.find((step) => step.kind === 'move')
  // Without the file that was moved, the links to it would be written back to where nothing is.
  if (afterCrash === 'finish' && moved) throw new AppError('busy', whyKept(moved))
  const left = inTheWay.map((step) => ({ step, reason: changed(step).message }))
  return { back: inState('done').toReversed().map(reverseOf), left }
}

const whyKept = ({ from, to }: Extract<FileStep, { readonly kind: 'move' }>): string =>
  `${basename(from)} was moved again, or there is another ${basename(to)} in its old place. Nothing was taken back.`

/** Why a record of something done before is of no use. */
export const whyUnused = (read: Exclude<ReadRecord, { readonly kind: 'record' }>): string =>
  read.kind === 'newer'
    ? 'A newer version of Postwright did this; only that one can take it back.'
    : `What was kept for taking this back is damaged and was not used. It is in ${read.keptAt}.`
