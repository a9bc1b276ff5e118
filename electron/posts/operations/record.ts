import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../disk/disk-error'
import type { FileStep } from './file-step'

/** What a crash in the middle means: finish what was begun, or leave each file as it is, done or not. */
export type AfterCrash = 'finish' | 'leave'

/** An operation, or a part of one, as it is kept on the disk: all that is needed to go on with it, or to take it back. */
export interface OperationRecord {
  readonly id: string
  readonly title: string
  readonly afterCrash: AfterCrash
  readonly steps: readonly FileStep[]
  /** Folders that its steps make, for taking them away with the last thing in them. */
  readonly made: readonly string[]
  /** Folders to remove at its end, should they hold nothing then. */
  readonly emptied: readonly string[]
}

/** The name of a part of an operation: parts are found, kept and taken back together. */
export const partName = (operation: string, at: number): string =>
  `${operation}.${String(at).padStart(7, '0')}`

/** The operation that a record is of, or is a part of. */
export const operationOf = (record: string): string => record.split('.')[0] ?? record

type StoredStep = {
  readonly kind: FileStep['kind']
  readonly from?: string
  readonly to?: string
  readonly path?: string
  /** Lengths of the byte strings in the file beside, in the order `before`, `after` or `bytes`. */
  readonly lengths: readonly number[]
}

const begun = 'begun.json'
const finished = 'finished.json'
const data = 'data'

/** Writes a record so that it is wholly there or not at all; only then may the first step be done. */
export const writeRecord = async (folder: string, record: OperationRecord): Promise<void> => {
  const own = join(folder, record.id)
  await mkdir(own, { recursive: true })
  const blobs = record.steps.map(blobsOf)
  const steps = record.steps.map(
    (step, index): StoredStep => ({
      kind: step.kind,
      ...(step.kind === 'move' ? { from: step.from, to: step.to } : { path: step.path }),
      lengths: (blobs[index] ?? []).map(({ length }) => length),
    }),
  )
  await writeSynced(join(own, data), Buffer.concat(blobs.flat()))
  const head = JSON.stringify({ ...record, steps })
  await writeSynced(join(own, `${begun}.new`), Buffer.from(head))
  await rename(join(own, `${begun}.new`), join(own, begun))
}

/** Every step is done, or was given up; what is kept now is for taking it back. */
export const finishRecord = async (folder: string, id: string): Promise<void> => {
  await rename(join(folder, id, begun), join(folder, id, finished))
}

export const removeRecord = (folder: string, id: string): Promise<void> =>
  rm(join(folder, id), { recursive: true, force: true })

/** A record by its name: whether its operation came to its end. */
export interface KeptRecord {
  readonly id: string
  readonly isFinished: boolean
}

/** The records in a folder, the oldest first, without those that another operation is just writing. */
export const listRecords = async (folder: string): Promise<readonly KeptRecord[]> => {
  const found: KeptRecord[] = []
  for (const id of (await namesIn(folder)).sort()) {
    const names = await namesIn(join(folder, id))
    const isFinished = names.includes(finished)
    if (isFinished || names.includes(begun)) found.push({ id, isFinished })
  }
  return found
}

/** Takes away what a crash left of records in writing, but for those being written now: nothing of them had begun. */
export const removeUnwritten = async (folder: string, writing: ReadonlySet<string>): Promise<void> => {
  const whole = new Set((await listRecords(folder)).map(({ id }) => id))
  for (const id of await namesIn(folder))
    if (!whole.has(id) && !writing.has(id)) await removeRecord(folder, id)
}

/** What a record holds; null, and gone, where it is harmed: nothing can be done with it. */
export const readRecord = async (
  folder: string,
  { id, isFinished }: KeptRecord,
): Promise<OperationRecord | null> => {
  try {
    const text = await readFile(join(folder, id, isFinished ? finished : begun), 'utf8')
    const bytes = await readFile(join(folder, id, data))
    const stored = JSON.parse(text) as Omit<OperationRecord, 'steps' | 'made' | 'emptied'> &
      Partial<Pick<OperationRecord, 'made' | 'emptied'>> & { readonly steps: readonly StoredStep[] }
    let at = 0
    const take = (length = 0) => {
      at += length
      return bytes.subarray(at - length, at)
    }
    const { made = [], emptied = [] } = stored // records of earlier versions name no folders
    return { ...stored, made, emptied, steps: stored.steps.map((step) => stepOf(step, take)) }
  } catch (error) {
    if (!(error instanceof SyntaxError) && codeOf(error) !== 'ENOENT') throw error
    await removeRecord(folder, id)
    return null
  }
}

const stepOf = (
  { kind, from = '', to = '', path = '', lengths }: StoredStep,
  take: (length?: number) => Uint8Array,
): FileStep => {
  if (kind === 'move') return { kind, from, to }
  if (kind === 'write') return { kind, path, before: take(lengths[0]), after: take(lengths[1]) }
  return { kind, path, bytes: take(lengths[0]) }
}

const blobsOf = (step: FileStep): readonly Uint8Array[] => {
  if (step.kind === 'move') return []
  return step.kind === 'write' ? [step.before, step.after] : [step.bytes]
}

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw error
  }
}

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
