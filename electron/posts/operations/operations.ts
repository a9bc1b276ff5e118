import { randomBytes } from 'node:crypto'
import { AppError, messageOf } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { anchorsOf, refuseAbsent } from './anchors'
import { changed, doStep, type FileStep, reverseOf, type StepTools, stateOf } from './file-step'
import { foldersToEmpty, foldersToMake, placeLeftBy, removeEmptyFolders } from './made-folders'
import {
  type AfterCrash,
  finishRecord,
  listRecords,
  type OperationRecord,
  operationOf,
  partName,
  readRecord,
  removeRecord,
  writeRecord,
} from './record'
import { type RecoveredOperation, recoverOperations } from './recover'
import { isExpected } from './step-states'
import { backwards, whyUnused } from './undo'

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
interface OperationInParts extends Omit<OperationToRun, 'steps' | 'afterCrash'> {
  readonly parts: AsyncIterable<readonly FileStep[]>
  /** How many steps there will be, for the progress. */
  readonly total: number
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
}

export interface Operations {
  readonly run: (operation: OperationToRun) => Promise<OperationResult>
  /** The same for many files that do not depend on each other; one undo takes all parts back. */
  readonly runInParts: (operation: OperationInParts) => Promise<OperationResult>
  /** Takes an operation back, with the same care; what changed since is left alone and reported. */
  readonly undo: (id: string) => Promise<OperationResult>
  /** Goes on with what a crash interrupted, never with what this process is doing; call it before the folder is shown. */
  readonly recover: () => Promise<readonly RecoveredOperation[]>
}

const mostKept = 20

/** Changes of several files at once, each written down before it begins so that a crash leaves the old or the new state. */
export const createOperations = (options: OperationsOptions): Operations => {
  const { folder, onLeft, afterStep } = options
  /** Records of operations that run, or came to their end, in this process: they are no remains of a crash. */
  const own = new Set<string>()
  /** Those of them that came to their end. */
  const ended = new Set<string>()
  let recovering: Promise<unknown> = Promise.resolve()
  let lastStamp = 0

  /** Names sort in the order of the operations, whatever the clock was set to meanwhile. */
  const newId = (): string => {
    lastStamp = Math.max(Date.now(), lastStamp + 1)
    return `${lastStamp.toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`
  }

  const run = async (operation: OperationToRun): Promise<OperationResult> => {
    const result = await runPart(newId(), operation)
    await forgetOldest()
    return result
  }

  const runInParts = async ({
    parts,
    total,
    emptied,
    ...operation
  }: OperationInParts): Promise<OperationResult> => {
    const id = newId()
    const { signal, onProgress } = operation
    const failed: { step: FileStep; reason: string }[] = []
    const notes: string[] = []
    let seen = 0
    let done = 0
    for await (const steps of parts) {
      if (signal?.aborted) break
      const before = seen
      const part: Part = {
        ...operation,
        steps,
        before: done,
        total,
        afterCrash: 'leave',
        emptied: emptied?.() ?? [],
        onProgress: (count) => onProgress?.(before + count, total),
      }
      try {
        const result = await runPart(partName(id, before), part)
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
    await forgetOldest()
    return { undo: done > 0 ? id : null, done, failed, notes }
  }

  const runPart = async (id: string, operation: Part): Promise<OperationResult> => {
    own.add(id)
    try {
      return await runRecorded(id, operation)
    } catch (error) {
      own.delete(id) // nobody works on it any more: what is left of it is for the recovery
      throw error
    }
  }

  const runRecorded = async (
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
    }
    await writeRecord(folder, record)
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
          await takeBack(record, done, error)
          throw error
        }
        failed.push({ step, reason: messageOf(error) })
      }
    }
    const notes = await removeEmptyFolders([...made, ...emptied]) // a step that failed may have made some
    ended.add(record.id)
    await finishRecord(folder, record.id)
    onLeft?.(done.map(placeLeftBy).filter((path) => path !== null))
    const undo = done.length > 0 ? operationOf(record.id) : null
    return { undo, done: done.length, failed, notes }
  }

  /** All or nothing: what was done before the failure goes back, the last first. */
  const takeBack = async (
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
    await removeRecord(folder, record.id)
    if (left.length > 0) throw new AppError('failed', [messageOf(cause), ...left].join(' '))
  }

  const undo = async (id: string): Promise<OperationResult> => {
    const kept = (await listRecords(folder)).filter(
      (record) => (record.isFinished || ended.has(record.id)) && operationOf(record.id) === id,
    )
    const undoing = newId()
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
      const result = await runPart(name, {
        title: t('files.undoOf', { title: record.title }),
        steps: back,
        afterCrash: record.afterCrash,
        emptied: foldersToEmpty(record.made, back),
      })
      done += result.done
      failed.push(...result.failed)
      notes.push(...result.notes)
      await removeRecord(folder, record.id)
    }
    await forgetOldest()
    if (!found) throw new AppError('not-found', t('files.cannotUndoAnyMore'))
    if (!tried && notes[0] !== undefined) throw new AppError('failed', notes[0])
    if (!tried) throw new AppError('busy', t('files.changedSince'))
    return { undo: done > 0 ? undoing : null, done, failed, notes }
  }

  // A page that is reloaded asks for it again, perhaps while the first is still at work.
  const recover = (): Promise<readonly RecoveredOperation[]> => {
    const turn = recovering.then(recoverNow, recoverNow)
    recovering = turn
    return turn
  }

  const recoverNow = async (): Promise<readonly RecoveredOperation[]> => {
    for (const { id } of await listRecords(folder)) lastStamp = Math.max(lastStamp, stampOf(id))
    return recoverOperations(folder, own, options)
  }

  const forgetOldest = async (): Promise<void> => {
    const kept = (await listRecords(folder)).filter(({ isFinished }) => isFinished)
    const operations = [...new Set(kept.map(({ id }) => operationOf(id)))]
    const old = new Set(operations.slice(0, Math.max(0, operations.length - mostKept)))
    for (const { id } of kept) if (old.has(operationOf(id))) await removeRecord(folder, id)
  }

  return { run, runInParts, undo, recover }
}

const stampOf = (id: string): number => Number.parseInt(id, 36) || 0
