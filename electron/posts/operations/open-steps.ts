import { basename, dirname, relative } from 'node:path'
import { assertNever } from '../../../shared/app-error'
import { type FileStep, isAt } from './file-step'

/** A step of an operation that is not done, and why. */
export interface OpenStep {
  readonly step: FileStep
  readonly reason: string
  /** The file was changed by others: what it has now is not known. */
  readonly isChanged?: boolean
}

/** What of an operation is not done, in the words of what it does to files: `2 of 3 files still have the old link`. */
export const openInWords = (open: readonly OpenStep[], all: readonly FileStep[]): string =>
  (['move', 'write', 'create', 'trash'] as const)
    .map((kind) => open.filter(({ step }) => step.kind === kind))
    .map((some) => wordsOf(some, all))
    .filter((words) => words !== '')
    .join(', and ')

const wordsOf = (open: readonly OpenStep[], all: readonly FileStep[]): string => {
  const first = open[0]?.step
  if (first === undefined) return ''
  const count = open.length
  const total = all.filter(({ kind }) => kind === first.kind).length
  const some = `${count} of ${total} ${total === 1 ? 'file' : 'files'}`
  const [is, has] = count === 1 ? ['is', 'has'] : ['are', 'have']
  switch (first.kind) {
    case 'move': {
      const isRenamed = basename(first.from) !== basename(first.to)
      if (count > 1)
        return `${some} ${isRenamed ? 'still have their old name' : 'are still in their old folder'}`
      return `${basename(first.from)} ${isRenamed ? 'still has its old name' : 'is still in its old folder'}`
    }
    case 'write':
      if (!all.some(({ kind }) => kind === 'move')) return `${some} ${is} still unchanged`
      return `${some} ${open.some(({ isChanged }) => isChanged) ? 'may still have' : `still ${has}`} the old link`
    case 'create':
      return `${some} ${is} not written yet`
    case 'trash':
      return `${some} ${is} still there`
    default:
      return assertNever(first)
  }
}

/** Each of them with its reason, named from the folder that holds all files of the operation. */
export const openFiles = (open: readonly OpenStep[], all: readonly FileStep[]): readonly string[] => {
  const folder = commonFolder(all.map(placeOf))
  return open.map(({ step, reason }) => {
    const name = relative(folder, placeOf(step)).replaceAll('\\', '/')
    return reason.includes(name) ? reason : `${name}: ${reason}`
  })
}

const placeOf = (step: FileStep): string => (step.kind === 'move' ? step.from : step.path)

const commonFolder = ([first = '', ...others]: readonly string[]): string => {
  let folder = dirname(first)
  while (!others.every((path) => isAt(path, folder)) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}
