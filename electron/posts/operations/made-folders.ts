import { rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { t } from '../../../shared/texts/translate'
import { codeOf } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import { isThere } from '../../disk/is-there'
import { type FileStep, isAt } from './file-step'

/** The missing folders that steps will create, the outermost first. */
export const foldersToMake = async (steps: readonly FileStep[]): Promise<readonly string[]> => {
  const isMissing = new Map<string, boolean>()
  for (const step of steps) {
    const place = placeFilledBy(step)
    if (place === null) continue
    for (let folder = dirname(place); !isMissing.has(folder); folder = dirname(folder)) {
      isMissing.set(folder, !(await isThere(folder)))
      if (!isMissing.get(folder) || folder === dirname(folder)) break
    }
  }
  return [...isMissing.keys()].filter((folder) => isMissing.get(folder)).sort(outermostFirst)
}

/** Of the folders that an operation created, those to remove when its files are moved out again. */
export const foldersToEmpty = (made: readonly string[], back: readonly FileStep[]): readonly string[] => {
  const taken = back.map(placeLeftBy).filter((place) => place !== null)
  // If nothing is moved out, it may be another folder of the same name.
  const outermost = made.filter(
    (folder) =>
      !made.some((other) => other !== folder && isAt(folder, other)) &&
      taken.some((place) => isAt(place, folder)),
  )
  return made.filter((folder) => outermost.some((other) => isAt(folder, other)))
}

/** Removes the empty ones of these folders, the innermost first; returns errors for those that could not be removed. */
export const removeEmptyFolders = async (folders: readonly string[]): Promise<readonly string[]> => {
  const left: string[] = []
  for (const folder of folders.toSorted(outermostFirst).toReversed()) {
    try {
      await rmdir(folder)
    } catch (error) {
      if (!stays.has(codeOf(error)))
        left.push(diskError(error, t('files.cannotRemoveFolder', { folder })).message)
    }
  }
  return left
}

// It is not empty, already gone, or not a folder: there is nothing of ours to remove.
const stays = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'])

const placeFilledBy = (step: FileStep): string | null => {
  if (step.kind === 'move') return step.to
  return step.kind === 'create' ? step.path : null
}

/** The path that no longer exists after a step. */
export const placeLeftBy = (step: FileStep): string | null => {
  if (step.kind === 'move') return step.from
  return step.kind === 'trash' ? step.path : null
}

const outermostFirst = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1)
