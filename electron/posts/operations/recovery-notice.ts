import { assertNever } from '../../../shared/app-error'
import type { MainNotice } from '../../../shared/ipc/app-calls'
import type { RecoveredOperation } from './recover'

/** What recovery found of an operation, for the writer; what another try may bring to its end offers that. */
export const recoveryNotice = (found: RecoveredOperation): MainNotice => {
  const text = inWords(found)
  switch (found.kind) {
    case 'unfinished':
      return { kind: 'warning', text, action: 'recover-again', ...filesOf(found.files) }
    case 'waiting':
    case 'unreadable':
      return { kind: 'warning', text, action: 'recover-again' }
    case 'completed':
      return { kind: found.left.length === 0 ? 'info' : 'warning', text, ...filesOf(found.files) }
    case 'taken-back':
    case 'stopped':
    case 'damaged':
    case 'newer':
      return { kind: 'warning', text }
    default:
      return assertNever(found)
  }
}

const mostReasons = 3
const mostFiles = 500

const filesOf = (files: readonly string[]): Pick<MainNotice, 'files'> => {
  if (files.length < 2) return {} // the reason in the text names the one
  const further = files.length - mostFiles
  return { files: further > 0 ? [...files.slice(0, mostFiles), `And ${further} more.`] : files }
}

const inWords = (found: RecoveredOperation): string => {
  switch (found.kind) {
    case 'completed':
      return [
        found.done < found.total
          ? `“${found.title}” was interrupted and resumed: ${found.open}.`
          : `“${found.title}” was interrupted and is complete now.`,
        ...someOf(untold(found)),
      ].join(' ')
    case 'taken-back':
      return [`“${found.title}” was interrupted and was undone.`, ...someOf(found.left)].join(' ')
    case 'stopped':
      return `“${found.title}” was interrupted after ${found.done} of ${found.total} files. The others are unchanged.`
    case 'unfinished':
      return [
        found.open === ''
          ? `“${found.title}” was interrupted, and could not be finished.`
          : `“${found.title}” was interrupted: ${found.open}.`,
        ...someOf(untold(found)),
      ].join(' ')
    case 'waiting':
      return `“${found.title}” was interrupted. It goes on when the disk with ${found.folder} is back.`
    case 'damaged':
      return `The record of an interrupted operation is damaged and was not used. It is kept in ${found.keptAt}.`
    case 'newer':
      return 'A newer version of Postwright was interrupted in an operation. Open that version to finish it.'
    case 'unreadable':
      return `The record of an interrupted operation could not be read. ${found.reason}`
    default:
      return assertNever(found)
  }
}

/** The reasons that the list of files does not have. */
const untold = ({ left, files }: Pick<RecoveredOperation & { kind: 'completed' }, 'left' | 'files'>) =>
  files.length < 2 ? left : left.filter((reason) => !files.some((file) => file.endsWith(reason)))

const someOf = (reasons: readonly string[]): readonly string[] =>
  reasons.length > mostReasons
    ? [...reasons.slice(0, mostReasons), `And ${reasons.length - mostReasons} more.`]
    : reasons
