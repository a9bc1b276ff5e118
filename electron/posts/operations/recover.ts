import { changed, doStep, type FileStep, isAt, type StepTools, stateOf } from './file-step'
import { removeEmptyFolders } from './made-folders'
import { finishRecord, listRecords, operationOf, readRecord, removeUnwritten } from './record'

/** What the next start found of an operation that a crash had cut short. */
export interface RecoveredOperation {
  readonly title: string
  readonly undo: string
  readonly left: readonly string[]
}

/** Goes on with what a crash interrupted, and leaves the records alone that are this process's `own`. */
export const recoverOperations = async (
  folder: string,
  own: ReadonlySet<string>,
  tools: StepTools,
): Promise<readonly RecoveredOperation[]> => {
  await removeUnwritten(folder, own)
  const recovered: RecoveredOperation[] = []
  for (const entry of await listRecords(folder)) {
    const record = entry.isFinished || own.has(entry.id) ? null : await readRecord(folder, entry)
    if (!record) continue
    const left: string[] = []
    for (const step of record.afterCrash === 'finish' ? record.steps : []) {
      const state = await stateOf(step)
      if (state === 'to-do') await doStep(step, tools)
      else if (state === 'changed' && !wasMovedAway(step, record.steps)) left.push(changed(step).message)
    }
    left.push(...(await removeEmptyFolders([...record.made, ...record.emptied])))
    await finishRecord(folder, record.id)
    recovered.push({ title: record.title, undo: operationOf(record.id), left })
  }
  return recovered
}

const wasMovedAway = (step: FileStep, steps: readonly FileStep[]): boolean =>
  step.kind === 'write' && steps.some((other) => other.kind === 'move' && isAt(step.path, other.from))
