import { AppError, messageOf } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { anchorsOf, refuseAbsent } from './anchors'
import { changed, doStep, type FileStep, reverseOf, type StepTools, stateOf } from './file-step'
import { foldersToMake, placeLeftBy, removeEmptyFolders } from './made-folders'
import {
  type AfterCrash,
  finishRecord,
  type OperationRecord,
  operationOf,
  partName,
  removeRecord,
  writeRecord,
} from './record'
import { isExpected } from './step-states'

export interface OperationsOptions extends StepTools {
  /** The folder of the records, outside the posts folder. */
  readonly folder: string
  /** Called with paths that no longer exist: the watcher misses a file that was written and moved at once. */
  readonly onLeft?: (paths: readonly string[]) => void
  /** Called for each file or folder that an operation has moved. */
  readonly onMoved?: (from: string, to: string) => void
  /** Called before the first step and after each; tests end the process here. */
  readonly afterStep?: (done: number) => void
}

export interface OperationToRun {
  /** For the user: “Rename old to new”. */
  readonly title: string
  readonly steps: readonly FileStep[]
  /** `finish` means all or nothing; `leave` is for independent files. */
  readonly afterCrash: AfterCrash
  /** Stops between two steps if the operation may be left half done. */
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/** An operation on many files, planned and done in parts so that not all bytes are in memory at once. */
export interface OperationInParts extends Omit<OperationToRun, 'steps' | 'afterCrash'> {
  readonly parts: AsyncIterable<readonly FileStep[]>
  /** The total number of steps, for the progress. */
  readonly total: number
  /** The files of the operation, to report after a crash which are done and which are not. */
  readonly files?: readonly string[]
  /** Folders that go with the last thing in them. */
  readonly emptied?: () => readonly string[]
}

export interface OperationResult {
  /** The id for undoing the operation; null if nothing was done. */
  readonly undo: string | null
  readonly done: number
  /** Steps that were left alone, with the reason. */
  readonly failed: readonly { readonly step: FileStep; readonly reason: string }[]
  /** Other messages: empty folders that could not be removed, records that cannot be used. */
  readonly notes: readonly string[]
}

interface Part extends OperationToRun {
  /** Folders that go with the last thing in them. */
  readonly emptied?: readonly string[]
  /** The steps done by earlier parts, and the steps of all parts. */
  readonly before?: number
  readonly total?: number
  readonly files?: readonly string[] | undefined
  /** Called when the record is on the disk, before the first step. */
  readonly onBegun?: () => Promise<void>
  /** The record stays unfinished because another part follows. */
  readonly staysOpen?: boolean
}

/** The state shared by the operations of one process. */
export interface OperationContext {
  readonly options: OperationsOptions
  /** Records of operations that are running or have ended in this process, and so were not interrupted by a crash. */
  readonly own: Set<string>
  /** Those of them that have ended. */
  readonly ended: Set<string>
}

/** Runs an operation in parts; if a later part fails, the earlier ones stay done. */
export const runInParts = async (
  context: OperationContext,
  id: string,
  operation: OperationInParts,
): Promise<OperationResult> => {
  // A part is marked as finished after the next one has begun, so that a crash between two parts is reported too.
  let open: string | null = null
  const closeLast = async (): Promise<void> => {
    if (open !== null) await finishRecord(context.options.folder, open)
    open = null
  }
  const { parts, total, files, emptied, ...rest } = operation
  const { signal, onProgress } = rest
  const failed: { step: FileStep; reason: string }[] = []
  const notes: string[] = []
  let seen = 0
  let done = 0
  try {
    for await (const steps of parts) {
      if (signal?.aborted) break
      const before = seen
      const name = partName(id, before)
      const part: Part = {
        ...rest,
        steps,
        before: done,
        total,
        files: open === null ? files : undefined,
        afterCrash: 'leave',
        emptied: emptied?.() ?? [],
        onProgress: (count) => onProgress?.(before + count, total),
        staysOpen: true,
        onBegun: async () => {
          await closeLast()
          open = name
        },
      }
      try {
        const result = await runPart(context, name, part)
        done += result.done
        failed.push(...result.failed)
        notes.push(...result.notes)
      } catch (error) {
        if (done === 0) throw error
        // Completed steps stay and can be undone; without a record, nothing further is done.
        failed.push(...steps.map((step) => ({ step, reason: messageOf(error) })))
        break
      }
      seen += steps.length
    }
  } finally {
    await closeLast()
  }
  return { undo: done > 0 ? id : null, done, failed, notes }
}

/** Runs one recorded part of an operation. */
export const runPart = async (
  context: OperationContext,
  id: string,
  operation: Part,
): Promise<OperationResult> => {
  context.own.add(id)
  try {
    return await runRecorded(context, id, operation)
  } catch (error) {
    context.own.delete(id) // no longer running: the rest is for the recovery
    throw error
  }
}

const runRecorded = async (
  context: OperationContext,
  id: string,
  {
    title,
    steps,
    afterCrash,
    signal,
    onProgress,
    emptied = [],
    before = 0,
    total = before + steps.length,
    files,
    onBegun,
    staysOpen = false,
  }: Part,
): Promise<OperationResult> => {
  const failed: { step: FileStep; reason: string }[] = []
  const todo: FileStep[] = []
  for (const step of steps) {
    if (isExpected(step, await stateOf(step), steps)) todo.push(step)
    else if (afterCrash === 'finish') throw changed(step)
    else failed.push({ step, reason: changed(step).message })
  }
  if (todo.length === 0) return { undo: null, done: 0, failed, notes: [] }
  const made = await foldersToMake(todo)
  const anchors = await anchorsOf(todo)
  const record: OperationRecord = {
    id,
    title,
    afterCrash,
    steps: todo,
    made,
    emptied,
    anchors,
    before,
    total,
    ...(files && { files }),
  }
  const { options, ended } = context
  const { folder, onLeft, afterStep } = options
  await writeRecord(folder, record)
  await onBegun?.()
  afterStep?.(0)
  const done: FileStep[] = []
  for (const step of todo) {
    if (signal?.aborted) break
    try {
      if (step.kind === 'create') await refuseAbsent(record)
      await doStep(step, options, made)
      done.push(step)
      afterStep?.(done.length)
      onProgress?.(done.length, todo.length)
    } catch (error) {
      if (afterCrash === 'finish') {
        await takeBack(options, record, done, error)
        throw error
      }
      failed.push({ step, reason: messageOf(error) })
    }
  }
  const notes = await removeEmptyFolders([...made, ...emptied]) // a failed step may have created some
  ended.add(record.id)
  if (!staysOpen) await finishRecord(folder, record.id)
  for (const step of done) if (step.kind === 'move') options.onMoved?.(step.from, step.to)
  onLeft?.(done.map(placeLeftBy).filter((path) => path !== null))
  const undo = done.length > 0 ? operationOf(record.id) : null
  return { undo, done: done.length, failed, notes }
}

/** All or nothing: reverts the steps done before the failure, the last first. */
const takeBack = async (
  options: OperationsOptions,
  record: OperationRecord,
  done: readonly FileStep[],
  cause: unknown,
): Promise<void> => {
  for (const step of done.toReversed()) {
    try {
      await doStep(reverseOf(step), options, record.made)
    } catch (error) {
      // The record stays, so that the next start tries to complete it.
      throw new AppError(
        'failed',
        t('files.stoppedHalfway', { title: record.title, reason: messageOf(cause), why: messageOf(error) }),
      )
    }
  }
  const left = await removeEmptyFolders(record.made)
  await removeRecord(options.folder, record.id)
  if (left.length > 0) throw new AppError('failed', [messageOf(cause), ...left].join(' '))
}
