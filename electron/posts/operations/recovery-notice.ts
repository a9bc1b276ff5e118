import { assertNever } from '../../../shared/app-error'
import type { MainNotice } from '../../../shared/ipc/app-calls'
import type { RecoveredOperation } from './recover'

/** What recovery found of an operation, for the writer; what another try may bring to its end offers that. */
export const recoveryNotice = (found: RecoveredOperation): MainNotice => {
  const text = inWords(found)
  switch (found.kind) {
    case 'unfinished':
    case 'waiting':
    case 'unreadable':
      return { kind: 'warning', text, action: 'recover-again' }
    case 'completed':
      return { kind: found.left.length === 0 ? 'info' : 'warning', text }
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

const inWords = (found: RecoveredOperation): string => {
  switch (found.kind) {
    case 'completed':
      return [
        found.done < found.total
          ? `“${found.title}” was interrupted. It was resumed, and ${found.done} of ${found.total} changes are made.`
          : `“${found.title}” was interrupted and is complete now.`,
        ...someOf(found.left),
      ].join(' ')
    case 'taken-back':
      return [`“${found.title}” was interrupted and was undone.`, ...someOf(found.left)].join(' ')
    case 'stopped':
      return `“${found.title}” was interrupted after ${found.done} of ${found.total} files. The others are unchanged.`
    case 'unfinished': {
      const open = found.total - found.done
      const steps = `${open} of ${found.total} ${found.total === 1 ? 'change' : 'changes'}`
      return [
        `“${found.title}” was interrupted, and ${steps} could not be made.`,
        ...someOf(found.left),
      ].join(' ')
    }
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

const someOf = (reasons: readonly string[]): readonly string[] =>
  reasons.length > mostReasons
    ? [...reasons.slice(0, mostReasons), `And ${reasons.length - mostReasons} more.`]
    : reasons
