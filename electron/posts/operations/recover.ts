import { messageOf } from '../../../shared/app-error'
import { absentFolder } from './anchors'
import { changed, doStep, type FileStep, reverseOf, type StepTools, tidyHalfMove } from './file-step'
import { leaveAsItIs, type StoppedOperation } from './interrupted-parts'
import { removeEmptyFolders } from './made-folders'
import { type OpenStep, openFiles, openInWords } from './open-steps'
import {
  finishRecord,
  type KeptRecord,
  listRecords,
  type OperationRecord,
  operationOf,
  readRecord,
  removeRecord,
  removeUnwritten,
} from './record'
import { standingOf } from './step-states'

interface Recovered {
  readonly title: string
  /** The id for undoing the operation. */
  readonly undo: string
  readonly done: number
  readonly total: number
  /** The reasons why files were left alone or steps could not be done. */
  readonly left: readonly string[]
  /** What that means for the files: “2 of 3 files still have the old link”. Empty if nothing is open. */
  readonly open: string
  /** The affected files, each with the reason. */
  readonly files: readonly string[]
}

/**
 * The outcome of recovering an interrupted operation. `completed`: finished. `taken-back`: something blocked it, and
 * everything is as before. `stopped`: its files are independent and stay as they are. `unfinished`: some steps cannot
 * be done now and are tried again. `waiting`: its disk is unavailable.
 */
export type RecoveredOperation =
  | ({ readonly kind: 'completed' | 'taken-back' | 'unfinished' } & Recovered)
  | ({ readonly kind: 'stopped'; readonly title: string; readonly undo: string } & StoppedOperation)
  | { readonly kind: 'waiting'; readonly title: string; readonly folder: string; readonly undo: string }
  | { readonly kind: 'damaged'; readonly keptAt: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable'; readonly reason: string }

/**
 * Continues interrupted operations, except this process's `own`. Disk errors are part of the result; it throws only if
 * the folder of the records cannot be read.
 */
export const recoverOperations = async (
  folder: string,
  own: ReadonlySet<string>,
  tools: StepTools,
): Promise<readonly RecoveredOperation[]> => {
  await removeUnwritten(folder, own)
  const recovered: RecoveredOperation[] = []
  for (const entry of await listRecords(folder)) {
    if (entry.isFinished || own.has(entry.id)) continue
    const result = await recoverRecord(folder, entry, tools).catch(
      (error: unknown): RecoveredOperation => ({ kind: 'unreadable', reason: messageOf(error) }),
    )
    if (result) recovered.push(result)
  }
  return recovered
}

/** Null if the operation had finished and only its record was not marked. */
const recoverRecord = async (
  folder: string,
  entry: KeptRecord,
  tools: StepTools,
): Promise<RecoveredOperation | null> => {
  const read = await readRecord(folder, entry)
  if (read.kind !== 'record') return read
  const { record } = read
  try {
    const absent = await absentFolder(record)
    if (absent !== null)
      return { kind: 'waiting', title: record.title, folder: absent, undo: operationOf(record.id) }
    if (record.afterCrash === 'leave') {
      const stopped = await leaveAsItIs(folder, record)
      return stopped && { kind: 'stopped', title: record.title, undo: operationOf(record.id), ...stopped }
    }
    for (const step of record.steps) if (step.kind === 'move') await tidyHalfMove(step)
    const inTheWay = await blockedSteps(record)
    return inTheWay.length > 0
      ? await takeBack(folder, record, inTheWay, tools)
      : await goForward(folder, record, tools)
  } catch (error) {
    return resultOf('unfinished', record, 0, [messageOf(error)])
  }
}

const resultOf = (
  kind: 'completed' | 'taken-back' | 'unfinished',
  { id, title, before, total, steps }: OperationRecord,
  done: number,
  left: readonly string[],
  open: readonly OpenStep[] = [],
): RecoveredOperation => ({
  kind,
  title,
  undo: operationOf(id),
  done: before + done,
  total,
  left,
  open: openInWords(open, steps),
  files: openFiles(open, steps),
})

/** Steps that can never be done: a name is taken or a file is gone. A post that has changed is only left alone. */
const blockedSteps = async ({ steps }: OperationRecord): Promise<readonly FileStep[]> => {
  const blocked: FileStep[] = []
  for (const [index, { kind }] of steps.entries()) {
    if (kind !== 'move' && kind !== 'create') continue
    const { step, state } = await standingOf(steps, index)
    if (state === 'changed') blocked.push(step)
  }
  return blocked
}

const takeBack = async (
  folder: string,
  record: OperationRecord,
  inTheWay: readonly FileStep[],
  tools: StepTools,
): Promise<RecoveredOperation> => {
  const failed: string[] = []
  for (const index of [...record.steps.keys()].reverse()) {
    const { step, state } = await standingOf(record.steps, index)
    if (state !== 'done') continue
    try {
      await doStep(reverseOf(step), tools, record.made)
    } catch (error) {
      failed.push(messageOf(error))
    }
  }
  if (failed.length > 0) return resultOf('unfinished', record, record.steps.length - failed.length, failed)
  const left = [...inTheWay.map((step) => changed(step).message), ...(await removeEmptyFolders(record.made))]
  await removeRecord(folder, record.id)
  return resultOf('taken-back', record, 0, left)
}

const goForward = async (
  folder: string,
  record: OperationRecord,
  tools: StepTools,
): Promise<RecoveredOperation | null> => {
  const left: OpenStep[] = []
  const failed: OpenStep[] = []
  let done = 0
  let isNew = false
  for (const index of record.steps.keys()) {
    const { step, state } = await standingOf(record.steps, index)
    if (state === 'done') done += 1
    else if (state === 'changed') left.push({ step, reason: changed(step).message, isChanged: true })
    else if (step.kind === 'move' && done === 0 && failed[0] !== undefined) {
      failed.push({ step, reason: failed[0].reason }) // as long as no post has the new address, all links must keep the old one
    } else {
      try {
        await doStep(step, tools, record.made)
        done += 1
        isNew = true
      } catch (error) {
        failed.push({ step, reason: messageOf(error) })
      }
    }
  }
  const open = [...failed, ...left]
  const reasons = [...new Set(open.map(({ reason }) => reason))]
  if (failed.length > 0) return resultOf('unfinished', record, done, reasons, open)
  reasons.push(...(await removeEmptyFolders([...record.made, ...record.emptied])))
  await finishRecord(folder, record.id)
  return isNew || reasons.length > 0 ? resultOf('completed', record, done, reasons, open) : null
}
