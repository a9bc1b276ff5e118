import { realPath } from '../../disk/calls/real-path'
import { namesOfFiles } from './open-steps'
import { finishRecord, listRecords, type OperationRecord, operationOf, readRecord } from './record'
import { placeOf, standingOf } from './step-states'

/** An interrupted operation on independent files: which are done and which are not. */
export interface StoppedOperation {
  readonly done: number
  readonly total: number
  readonly doneFiles: readonly string[]
  readonly otherFiles: readonly string[]
}

/** Closes the records of an operation that is left as it is; null if it was done, or is reported with a later part. */
export const leaveAsItIs = async (
  folder: string,
  record: OperationRecord,
): Promise<StoppedOperation | null> => {
  const operation = operationOf(record.id)
  const parts = (await listRecords(folder)).filter(({ id }) => operationOf(id) === operation)
  const { done, open, changed } = await filesOf(record)
  const count = record.before + done.length
  const isLast = parts.at(-1)?.id === record.id
  if (!isLast || count === record.total) {
    await finishRecord(folder, record.id)
    return null
  }
  const all = new Set([...(record.files ?? []), ...open])
  const doneFiles = new Set<string>()
  for (const part of parts) {
    const read = part.id === record.id ? null : await readRecord(folder, part)
    if (read?.kind !== 'record') continue
    const earlier = await filesOf(read.record)
    for (const path of [...(read.record.files ?? []), ...earlier.open]) all.add(path)
    // That part was complete: its files have been changed since.
    for (const path of [...earlier.done, ...earlier.changed]) doneFiles.add(path)
  }
  for (const path of done) doneFiles.add(path)
  await finishRecord(folder, record.id)
  const told = new Set([...doneFiles, ...changed])
  const others: string[] = []
  for (const path of all) if (!told.has(path) && !(await leadsTo(path, told))) others.push(path)
  const names = namesOfFiles([...doneFiles, ...others])
  return {
    done: count,
    total: record.total,
    doneFiles: names.slice(0, doneFiles.size),
    otherFiles: names.slice(doneFiles.size),
  }
}

/** The files of a record by their state: as after it, as before it, or changed otherwise. */
const filesOf = async ({ steps }: OperationRecord) => {
  const found = { done: [] as string[], open: [] as string[], changed: [] as string[] }
  for (const [index, step] of steps.entries()) {
    const { state } = await standingOf(steps, index)
    found[state === 'done' || state === 'changed' ? state : 'open'].push(placeOf(step))
  }
  return found
}

/** Whether a post is a link to one of the files. */
const leadsTo = async (path: string, files: ReadonlySet<string>): Promise<boolean> => {
  const real = await realPath(path).catch(() => path) // in the trash, or never existed
  return real !== path && files.has(real)
}
