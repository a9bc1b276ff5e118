import { assertNever } from '../../../shared/app-error'
import type { MainNotice } from '../../../shared/ipc/app-calls'
import { t } from '../../../shared/texts/translate'
import type { RecoveredOperation } from './recover'

/** The notice about a recovered operation; offers to try again if that may complete it. */
export const recoveryNotice = (recovered: RecoveredOperation): MainNotice => {
  const found = 'title' in recovered ? { ...recovered, title: quotedTitle(recovered.title) } : recovered
  const text = inWords(found)
  switch (found.kind) {
    case 'unfinished':
      return { kind: 'warning', text, action: 'recover-again', ...filesOf(found.files) }
    case 'waiting':
    case 'unreadable':
      return { kind: 'warning', text, action: 'recover-again' }
    case 'completed':
      return { kind: found.left.length === 0 ? 'info' : 'warning', text, ...filesOf(found.files) }
    case 'stopped':
      return { kind: 'warning', text, ...filesOf(filesOfStopped(found)) }
    case 'taken-back':
    case 'damaged':
    case 'newer':
      return { kind: 'warning', text }
    default:
      return assertNever(found)
  }
}

/** A title between quotation marks: those in it are single ones. */
const quotedTitle = (title: string): string => title.replaceAll('“', '‘').replaceAll('”', '’')

const maxReasons = 3
const maxFiles = 500

const filesOf = (files: readonly string[]): Pick<MainNotice, 'files'> => {
  if (files.length < 2) return {} // the reason in the text names the file
  const further = files.length - maxFiles
  return {
    files: further > 0 ? [...files.slice(0, maxFiles), t('files.andMore', { count: further })] : files,
  }
}

const inWords = (found: RecoveredOperation): string => {
  switch (found.kind) {
    case 'completed':
      return [
        found.done < found.total ? t('files.resumedPartly', found) : t('files.resumed', found),
        ...someOf(untold(found)),
      ].join(' ')
    case 'taken-back':
      return [t('files.interruptedUndone', found), ...someOf(found.left)].join(' ')
    case 'stopped':
      return [t('files.interruptedAfter', found), ...nameOfStopped(found)].join(' ')
    case 'unfinished':
      return [
        found.open === '' ? t('files.notFinished', found) : t('files.interruptedOpen', found),
        ...someOf(untold(found)),
      ].join(' ')
    case 'waiting':
      return t('files.waitsForDisk', found)
    case 'damaged':
      return t('files.recordDamaged', { path: found.keptAt })
    case 'newer':
      return t('files.recordNewer')
    case 'unreadable':
      return t('files.recordUnreadable', found)
    default:
      return assertNever(found)
  }
}

/** The reasons that are not in the list of files. */
const untold = ({ left, files }: Pick<RecoveredOperation & { kind: 'completed' }, 'left' | 'files'>) =>
  files.length < 2 ? left : left.filter((reason) => !files.some((file) => file.endsWith(reason)))

const someOf = (reasons: readonly string[]): readonly string[] =>
  reasons.length > maxReasons
    ? [...reasons.slice(0, maxReasons), t('files.andMore', { count: reasons.length - maxReasons })]
    : reasons

type Stopped = RecoveredOperation & { readonly kind: 'stopped' }

/** A single file, for which there is no list. */
const nameOfStopped = (found: Stopped): readonly string[] => {
  const files = filesOfStopped(found)
  return files.length < 2 ? files.map((file) => `${file}.`) : []
}

const filesOfStopped = ({ doneFiles, otherFiles }: Stopped): readonly string[] => [
  ...otherFiles.map((name) => t('files.notDoneFile', { name })),
  ...doneFiles.map((name) => t('files.doneFile', { name })),
]
