import { randomBytes } from 'node:crypto'
import { sep } from 'node:path'
import type { RecentOperation } from '../../../shared/ipc/file-calls'
import { listRecords, operationOf, readRecord, removeRecord } from './record'
import { type RecoveredOperation, recoverOperations } from './recover'
import {
  type OperationContext,
  type OperationInParts,
  type OperationResult,
  type OperationsOptions,
  type OperationToRun,
  runInParts,
  runPart,
} from './run'
import { undoOperation } from './undo-operation'

export interface Operations {
  readonly run: (operation: OperationToRun) => Promise<OperationResult>
  /** The same for many independent files; one undo reverts all parts. */
  readonly runInParts: (operation: OperationInParts) => Promise<OperationResult>
  /** Undoes an operation with the same care; files changed since are left alone and reported. */
  readonly undo: (id: string) => Promise<OperationResult>
  /** The operations in these folders that can be undone, the newest first, also those of earlier sessions. */
  readonly recent: (roots: readonly string[]) => Promise<readonly RecentOperation[]>
  /** Continues interrupted operations, but not those of this process; call it before the folder is shown. */
  readonly recover: () => Promise<readonly RecoveredOperation[]>
}

const maxKept = 20

/** Changes several files at once. Each operation is recorded before it begins, so that a crash leaves the old or the new
 * state. */
export const createOperations = (options: OperationsOptions): Operations => {
  const { folder } = options
  const context: OperationContext = { options, own: new Set(), ended: new Set() }
  let recovering: Promise<unknown> = Promise.resolve()
  let lastStamp = 0

  /** Ids sort in the order of the operations, even if the clock was changed. */
  const newId = (): string => {
    lastStamp = Math.max(Date.now(), lastStamp + 1)
    return `${lastStamp.toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`
  }

  const withoutOldest = async (result: Promise<OperationResult>): Promise<OperationResult> => {
    const settled = await result
    await forgetOldest(folder)
    return settled
  }

  const recoverNow = async (): Promise<readonly RecoveredOperation[]> => {
    for (const { id } of await listRecords(folder)) lastStamp = Math.max(lastStamp, stampOf(id))
    return recoverOperations(folder, context.own, options)
  }

  return {
    run: (operation) => withoutOldest(runPart(context, newId(), operation)),
    runInParts: (operation) => withoutOldest(runInParts(context, newId(), operation)),
    undo: (id) => withoutOldest(undoOperation(context, id, newId())),
    recent: (roots) => recentIn(folder, roots),
    // A reloaded page requests it again, perhaps while the first recovery is still running.
    recover: () => {
      const turn = recovering.then(recoverNow, recoverNow)
      recovering = turn
      return turn
    },
  }
}

const recentIn = async (folder: string, roots: readonly string[]): Promise<readonly RecentOperation[]> => {
  const isInside = (path: string) => roots.some((root) => path.startsWith(root + sep))
  const found = new Map<string, RecentOperation>()
  for (const entry of (await listRecords(folder)).filter(({ isFinished }) => isFinished)) {
    const id = operationOf(entry.id)
    if (found.has(id)) continue // a later part
    const read = await readRecord(folder, entry)
    if (read.kind !== 'record') continue
    const { title, steps } = read.record
    if (steps.some((step) => isInside(step.kind === 'move' ? step.to : step.path)))
      found.set(id, { id, title, timeMs: stampOf(id) })
  }
  return [...found.values()].toReversed()
}

/** Removes the records of all operations except the last ones, which can be undone. */
const forgetOldest = async (folder: string): Promise<void> => {
  const kept = (await listRecords(folder)).filter(({ isFinished }) => isFinished)
  const operations = [...new Set(kept.map(({ id }) => operationOf(id)))]
  const old = new Set(operations.slice(0, Math.max(0, operations.length - maxKept)))
  for (const { id } of kept) if (old.has(operationOf(id))) await removeRecord(folder, id)
}

const stampOf = (id: string): number => Number.parseInt(id, 36) || 0
