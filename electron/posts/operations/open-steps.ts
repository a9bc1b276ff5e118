import { basename, dirname, relative } from 'node:path'
import { assertNever } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { type FileStep, isAt } from './file-step'
import { placeOf } from './step-states'

/** A step of an operation that is not done, and why. */
export interface OpenStep {
  readonly step: FileStep
  readonly reason: string
  /** The file was changed otherwise: its contents are unknown. */
  readonly isChanged?: boolean
}

/** A message about the steps that are not done: `2 of 3 files still have the old link`. */
export const openInWords = (open: readonly OpenStep[], all: readonly FileStep[]): string =>
  (['move', 'write', 'create', 'trash'] as const)
    .map((kind) => open.filter(({ step }) => step.kind === kind))
    .map((some) => wordsOf(some, all))
    .filter((words) => words !== '')
    .reduce((first, second) => (first === '' ? second : t('files.bothOpen', { first, second })), '')

const wordsOf = (open: readonly OpenStep[], all: readonly FileStep[]): string => {
  const first = open[0]?.step
  if (first === undefined) return ''
  const count = open.length
  const total = all.filter(({ kind }) => kind === first.kind).length
  const some = { count, total }
  switch (first.kind) {
    case 'move': {
      const isRenamed = basename(first.from) !== basename(first.to)
      if (count > 1) return isRenamed ? t('files.filesOldName', some) : t('files.filesOldFolder', some)
      const name = basename(first.from)
      return isRenamed ? t('files.oldName', { name }) : t('files.oldFolder', { name })
    }
    case 'write':
      if (!all.some(({ kind }) => kind === 'move')) return t('files.filesUnchanged', some)
      return open.some(({ isChanged }) => isChanged)
        ? t('files.filesMayHaveLink', some)
        : t('files.filesHaveLink', some)
    case 'create':
      return t('files.filesNotWritten', some)
    case 'trash':
      return t('files.filesStillThere', some)
    default:
      return assertNever(first)
  }
}

/** Each file with its reason, named relative to the common folder of the operation's files. */
export const openFiles = (open: readonly OpenStep[], all: readonly FileStep[]): readonly string[] => {
  const folder = commonFolder(all.map(placeOf))
  return open.map(({ step, reason }) => {
    const name = nameIn(folder, placeOf(step))
    return reason.includes(name) ? reason : `${name}: ${reason}`
  })
}

/** The paths of files relative to their common folder. */
export const namesOfFiles = (paths: readonly string[]): readonly string[] => {
  const folder = commonFolder(paths)
  return paths.map((path) => nameIn(folder, path))
}

const nameIn = (folder: string, path: string): string => relative(folder, path).replaceAll('\\', '/')

const commonFolder = ([first = '', ...others]: readonly string[]): string => {
  let folder = dirname(first)
  while (!others.every((path) => isAt(path, folder)) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}
