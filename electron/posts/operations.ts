import { randomBytes } from 'node:crypto'
import { AppError, messageOf } from '../../shared/app-error'
import { changed, doStep, type FileStep, reverseOf, type StepTools, stateOf } from './file-operation'
import {
  type AfterCrash,
  finishRecord,
  type OperationRecord,
  readRecords,
  removeRecord,
  writeRecord,
} from './operation-record'

export interface OperationsOptions extends StepTools {
  /** Where the records are kept, outside the posts folder. */
  readonly folder: string
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

export interface OperationResult {
  /** Names the operation for taking it back; null where nothing was done. */
  readonly undo: string | null
  readonly done: number
  /** Steps that were left alone, with the reason. */
  readonly failed: readonly { readonly step: FileStep; readonly reason: string }[]
}

/** What the next start found of an operation that a crash had cut short. */
export interface RecoveredOperation {
  readonly title: string
  readonly undo: string
  readonly left: readonly string[]
}

export interface Operations {
  readonly run: (operation: OperationToRun) => Promise<OperationResult>
  /** Takes an operation back, with the same care; what changed since is left alone and reported. */
  readonly undo: (id: string) => Promise<OperationResult>
  /** Goes on with what a crash interrupted; call it before the folder is shown. */
  readonly recover: () => Promise<readonly RecoveredOperation[]>
}

const mostKept = 20

/** Changes of several files at once, each written down before it begins so that a crash leaves the old or the new state. */
export const createOperations = (options: OperationsOptions): Operations => {
  const { folder, afterStep } = options

  const run = async ({
    title,
    steps,
    afterCrash,
    signal,
    onProgress,
  }: OperationToRun): Promise<OperationResult> => {
    const failed: { step: FileStep; reason: string }[] = []
    const todo: FileStep[] = []
    for (const step of steps) {
      if (isExpected(step, await stateOf(step), steps)) todo.push(step)
      else if (afterCrash === 'finish') throw changed(step)
      else failed.push({ step, reason: changed(step).message })
    }
    if (todo.length === 0) return { undo: null, done: 0, failed }
    const record: OperationRecord = { id: newId(), title, afterCrash, steps: todo }
    await writeRecord(folder, record)
    afterStep?.(0)
    const done: FileStep[] = []
    for (const step of todo) {
      if (signal?.aborted) break
      try {
        await doStep(step, options)
        done.push(step)
        afterStep?.(done.length)
        onProgress?.(done.length, todo.length)
      } catch (error) {
        if (afterCrash === 'finish') {
          await takeBack(record, done, error)
          throw error
        }
        failed.push({ step, reason: messageOf(error) })
      }
    }
    await finishRecord(folder, record.id)
    await forgetOldest()
    return { undo: done.length > 0 ? record.id : null, done: done.length, failed }
  }

  /** All or nothing: what was done before the failure goes back, the last first. */
  const takeBack = async (
    record: OperationRecord,
    done: readonly FileStep[],
    cause: unknown,
  ): Promise<void> => {
    for (const step of done.toReversed()) {
      try {
        await doStep(reverseOf(step), options)
      } catch (error) {
        // The record stays, so that the next start tries to bring it to its end.
        throw new AppError(
          'failed',
          `${record.title} stopped half way (${messageOf(cause)}) and could not be taken back (${messageOf(error)}). The next start of Postwright goes on with it.`,
        )
      }
    }
    await removeRecord(folder, record.id)
  }

  const undo = async (id: string): Promise<OperationResult> => {
    const found = (await readRecords(folder)).find(({ record, isFinished }) => isFinished && record.id === id)
    if (!found) throw new AppError('not-found', 'This can no longer be taken back.')
    const { title, steps, afterCrash } = found.record
    const states = await Promise.all(steps.map(stateAfter(steps)))
    const back = steps
      .filter((_, index) => states[index] === 'done')
      .toReversed()
      .map(reverseOf)
    if (back.length === 0) throw new AppError('busy', 'Every file changed since, so nothing was taken back.')
    const result = await run({ title: `Undo: ${title}`, steps: back, afterCrash })
    await removeRecord(folder, id)
    return result
  }

  const recover = async (): Promise<readonly RecoveredOperation[]> => {
    const recovered: RecoveredOperation[] = []
    for (const { record, isFinished } of await readRecords(folder)) {
      if (isFinished) continue
      const left: string[] = []
      for (const step of record.afterCrash === 'finish' ? record.steps : []) {
        const state = await stateOf(step)
        if (state === 'to-do') await doStep(step, options)
        else if (state === 'changed' && !wasMovedAway(step, record.steps)) left.push(changed(step).message)
      }
      await finishRecord(folder, record.id)
      recovered.push({ title: record.title, undo: record.id, left })
    }
    return recovered
  }

  const forgetOldest = async (): Promise<void> => {
    const kept = (await readRecords(folder)).filter(({ isFinished }) => isFinished)
    for (const { record } of kept.slice(0, Math.max(0, kept.length - mostKept)))
      await removeRecord(folder, record.id)
  }

  return { run, undo, recover }
}

/** A step may also expect what an earlier step of its own operation makes: a file that is moved here first. */
const isExpected = (step: FileStep, state: string, steps: readonly FileStep[]): boolean =>
  state === 'to-do' ||
  (step.kind === 'write' && steps.some((other) => other.kind === 'move' && isAt(step.path, other.to)))

const wasMovedAway = (step: FileStep, steps: readonly FileStep[]): boolean =>
  step.kind === 'write' && steps.some((other) => other.kind === 'move' && isAt(step.path, other.from))

/** The state of a step at the end of its operation, when a later step may have moved its file. */
const stateAfter = (steps: readonly FileStep[]) => async (step: FileStep) => {
  if (step.kind !== 'write') return stateOf(step)
  const moved = steps.find((other) => other.kind === 'move' && isAt(step.path, other.from))
  if (moved?.kind !== 'move') return stateOf(step)
  return stateOf({ ...step, path: moved.to + step.path.slice(moved.from.length) })
}

const isAt = (path: string, place: string): boolean =>
  path === place || (path.startsWith(place) && /[\\/]/.test(path[place.length] ?? ''))

const newId = (): string => `${Date.now().toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`
