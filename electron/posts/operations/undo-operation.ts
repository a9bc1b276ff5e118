import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { foldersToEmpty } from './made-folders'
import { listRecords, operationOf, partName, readRecord, removeRecord } from './record'
import { type OperationContext, type OperationResult, runPart } from './run'
import { backwards, whyUnused } from './undo'

/** Undoes an operation as the operation `undoing`, part by part, the last first. */
export const undoOperation = async (
  context: OperationContext,
  id: string,
  undoing: string,
): Promise<OperationResult> => {
  const { options, ended } = context
  const { folder } = options
  const kept = (await listRecords(folder)).filter(
    (record) => (record.isFinished || ended.has(record.id)) && operationOf(record.id) === id,
  )
  const notes: string[] = []
  const failed: OperationResult['failed'][number][] = []
  let found = false
  let tried = false
  let done = 0
  for (const [index, entry] of kept.toReversed().entries()) {
    const read = await readRecord(folder, entry)
    found = true
    if (read.kind !== 'record') {
      notes.push(whyUnused(read))
      continue
    }
    const { record } = read
    const { back, left } = await backwards(record)
    failed.push(...left)
    if (back.length === 0) continue
    tried = true
    const name = kept.length === 1 ? undoing : partName(undoing, index)
    const result = await runPart(context, name, {
      title: undoTitle(record.title),
      steps: back,
      afterCrash: record.afterCrash,
      emptied: foldersToEmpty(record.made, back),
    })
    done += result.done
    failed.push(...result.failed)
    notes.push(...result.notes)
    await removeRecord(folder, record.id)
  }
  if (!found) throw new AppError('not-found', t('files.cannotUndoAnyMore'))
  if (!tried && notes[0] !== undefined) throw new AppError('failed', notes[0])
  if (!tried) throw new AppError('busy', t('files.changedSince'))
  return { undo: done > 0 ? undoing : null, done, failed, notes }
}

/** The title of the undo of an operation; undoing an undo does the operation again. */
const undoTitle = (title: string): string => {
  const prefix = t('files.undoOf', { title: '' })
  return title.startsWith(prefix) ? title.slice(prefix.length) : prefix + title
}
