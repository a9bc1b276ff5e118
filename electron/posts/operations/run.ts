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
  /** Where the records are kept, outside the posts folder. */
  readonly folder: string
  /** Where nothing is any more: of a file that was written and moved at once the watcher says nothing. */
  readonly onLeft?: (paths: readonly string[]) => void
  /** Before the first step and after each; a test ends the process here. */
  readonly afterStep?: (done: number) => void
}

export interface OperationToRun {
  /** For the writer: “Rename old to new”. */
  readonly title: string
  readonly steps: readonly FileStep[]
  /** `finish` makes it all or nothing; `leave` is for files that do not depend on each other. */
  readonly afterCrash: AfterCrash
  /** Stops between two steps of an operation that may be left half done. */
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/** An operation on so many files that their bytes are not held at once: part after part is planned and done. */
export interface OperationInParts extends Omit<OperationToRun, 'steps' | 'afterCrash'> {
  readonly parts: AsyncIterable<readonly FileStep[]>
  /** How many steps there will be, for the progress. */
  readonly total: number
  /** The files it is about, so that after a crash can be said which of them are done and which are not. */
  readonly files?: readonly string[]
  /** Folders that go with the last thing in them. */
  readonly emptied?: () => readonly string[]
}

export interface OperationResult {
  /** Names the operation for taking it back; null where nothing was done. */
  readonly undo: string | null
  readonly done: number
  /** Steps that were left alone, with the reason. */
  readonly failed: readonly { readonly step: FileStep; readonly reason: string }[]
  /** What else the writer should know: empty folders that could not be removed, records that cannot be used. */
  readonly notes: readonly string[]
}

interface Part extends OperationToRun {
  /** Folders that go with the last thing in them. */
  readonly emptied?: readonly string[]
  /** What the parts before have done, and the steps of all parts. */
  readonly before?: number
  readonly total?: number
  readonly files?: readonly string[] | undefined
  /** The record is on the disk, before the first step. */
  readonly onBegun?: () => Promise<void>
  /** The record goes on saying that the operation has not come to its end: another part follows. */
  readonly staysOpen?: boolean
}

/** What the operations of one process share. */
export interface OperationContext {
  readonly options: OperationsOptions
  /** Records of operations that run, or have ended, in this process: they are no remains of a crash. */
  readonly own: Set<string>
  /** Those of them that have ended. */
  readonly ended: Set<string>
}

/** Carries out an operation part after part; what is done stays where a later part fails. */
export const runInParts = async (
  context: OperationContext,
  id: string,
  operation: OperationInParts,
): Promise<OperationResult> => {
  // The record of a part says that it is finished when the next one has begun: a crash between two parts is told, too.
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
        // What is done stays, with its undo; where the journal cannot be written, nothing goes on without it.
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

/** Carries out one recorded part of an operation. */
export const runPart = async (
  context: OperationContext,
  id: string,
  operation: Part,
): Promise<OperationResult> => {
  context.own.add(id)
  try {
    return await runRecorded(context, id, operation)
  } catch (error) {
    context.own.delete(id) // nobody works on it any more: what is left of it is for the recovery
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
  const notes = await removeEmptyFolders([...made, ...emptied]) // a step that failed may have made some
  ended.add(record.id)
  if (!staysOpen) await finishRecord(folder, record.id)
  onLeft?.(done.map(placeLeftBy).filter((path) => path !== null))
  const undo = done.length > 0 ? operationOf(record.id) : null
  return { undo, done: done.length, failed, notes }
}

/** All or nothing: what was done before the failure goes back, the last first. */
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
      // The record stays, so that the next start tries to bring it to its end.
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
