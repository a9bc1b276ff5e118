import { readdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { isNotThereNow } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import { isThere } from '../../disk/is-there'
import { type FileStep, isAt } from './file-step'
import type { Anchor, OperationRecord } from './record'

/** For each place of the steps, the nearest existing folder. */
export const anchorsOf = async (steps: readonly FileStep[]): Promise<readonly Anchor[]> => {
  const anchors = new Map<string, Anchor>()
  const looked = new Set<string>()
  for (const folder of steps.flatMap(placesOf).map(dirname)) {
    for (let path = folder; !looked.has(path); path = dirname(path)) {
      looked.add(path)
      const identity = await identityOf(path)
      if (identity !== null) anchors.set(path, { path, identity })
      if (identity !== null || path === dirname(path)) break
    }
  }
  return [...anchors.values()]
}

/**
 * The folder of an operation whose disk is unavailable: it is not accessible, or another folder is in its place, such
 * as an empty mount point, without any of the operation's files. Null if everything is available.
 */
export const absentFolder = async ({
  anchors,
  steps,
}: Pick<OperationRecord, 'anchors' | 'steps'>): Promise<string | null> => {
  for (const { path, identity } of anchors) {
    const now = await identityOf(path)
    if (now === null) return path
    // Some disks renumber their folders each time they are mounted, so a changed number alone means nothing.
    if (now !== identity && !(await holdsSomething(path, steps))) return path
  }
  return null
}

/** Throws an AppError if the disk of an operation is unavailable. */
export const refuseAbsent = async (record: OperationRecord): Promise<void> => {
  const folder = await absentFolder(record)
  if (folder !== null) throw new AppError('not-found', t('files.diskGone', { folder }))
}

const holdsSomething = async (folder: string, steps: readonly FileStep[]): Promise<boolean> => {
  const here = steps.filter((step) => placesOf(step).some((place) => isAt(place, folder)))
  for (const place of here.flatMap(placesOf)) if (await isThere(place)) return true
  return here.every(({ kind }) => kind === 'create') && (await readdir(folder)).length > 0
}

const placesOf = (step: FileStep): readonly string[] =>
  step.kind === 'move' ? [step.from, step.to] : [step.path]

const identityOf = async (path: string): Promise<string | null> => {
  try {
    const { dev, ino } = await stat(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    if (isNotThereNow(error)) return null
    throw diskError(error, t('files.cannotAccess', { name: path }))
  }
}
