import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { itemAt } from '../../../shared/base/item-at'
import { codeOf, isMissing } from '../../disk/calls/codes'
import { reachFolder } from '../../disk/calls/sync-folder'
import { renameHeld } from '../../disk/calls/while-held'
import { writeAll } from '../../disk/in-place-write'
import { sealParts, unseal } from '../../disk/sealed'
import type { FileStep } from './file-step'

/** What to do after a crash: finish the operation, or leave each file as it is. */
export type AfterCrash = 'finish' | 'leave'

/** A folder that an operation starts from, with its identity, to distinguish it from an empty mount point later. */
const anchor = z.object({ path: z.string(), identity: z.string() })
export type Anchor = z.infer<typeof anchor>

/** The record of an operation or a part of one: everything needed to continue or undo it. */
export interface OperationRecord {
  readonly id: string
  readonly title: string
  readonly afterCrash: AfterCrash
  readonly steps: readonly FileStep[]
  /** Folders that its steps create, to be removed when they are empty again. */
  readonly made: readonly string[]
  /** Folders to remove at its end if they are empty. */
  readonly emptied: readonly string[]
  readonly anchors: readonly Anchor[]
  /** For a part: the number of steps of earlier parts and of the whole operation. */
  readonly before: number
  readonly total: number
  /** For the first part: the files of the whole operation, including posts that are refused later. */
  readonly files?: readonly string[] | undefined
}

/** The name of a part of an operation: parts are found, kept and undone together. */
export const partName = (operation: string, at: number): string =>
  `${operation}.${String(at).padStart(7, '0')}`

/** The operation that a record belongs to. */
export const operationOf = (record: string): string => itemAt(record.split('.'), 0)

const name = 'postwright-operation'
/** Version 1 was a JSON file and a file of bytes without a hash: damage could not be detected. */
const version = 2
const begun = 'begun.record'
const finished = 'finished.record'
const begunUnsealed = 'begun.json'
const finishedUnsealed = 'finished.json'
const setAside = '.damaged'

const storedStep = z.object({
  kind: z.enum(['write', 'move', 'create', 'trash']),
  from: z.string().optional(),
  to: z.string().optional(),
  path: z.string().optional(),
  /** Lengths of the byte strings after the description, in the order `before`, `after` or `bytes`. */
  lengths: z.array(z.number().int().min(0)),
})
const storedRecord = z.object({
  id: z.string(),
  title: z.string(),
  afterCrash: z.enum(['finish', 'leave']),
  steps: z.array(storedStep),
  made: z.array(z.string()),
  emptied: z.array(z.string()),
  anchors: z.array(anchor),
  before: z.number(),
  total: z.number(),
  files: z.array(z.string()).optional(),
})
type StoredStep = z.infer<typeof storedStep>

/** Writes a record completely or not at all; the first step may begin only afterwards. */
export const writeRecord = async (folder: string, record: OperationRecord): Promise<void> => {
  const own = join(folder, record.id)
  await mkdir(own, { recursive: true })
  const blobs = record.steps.map(blobsOf)
  const steps = record.steps.map(
    (step, index): StoredStep => ({
      kind: step.kind,
      ...(step.kind === 'move' ? { from: step.from, to: step.to } : { path: step.path }),
      lengths: itemAt(blobs, index).map(({ length }) => length),
    }),
  )
  const described = Buffer.from(JSON.stringify({ ...record, steps }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(described.length)
  const sealed = await sealParts(name, version, [length, described, ...blobs.flat()])
  await writeSynced(join(own, `${begun}.new`), sealed)
  await renameHeld(join(own, `${begun}.new`), join(own, begun))
  await reachFolder(own)
  await reachFolder(folder)
}

/**
 * Marks the operation as finished; its record is now for undo. If the record cannot be marked, the operation is still
 * done, and the next start sees that from the files.
 */
export const finishRecord = async (folder: string, id: string): Promise<void> => {
  try {
    await renameHeld(join(folder, id, begun), join(folder, id, finished))
  } catch (error) {
    if (codeOf(error) === '') throw error
  }
}

export const removeRecord = (folder: string, id: string): Promise<void> =>
  rm(join(folder, id), { recursive: true, force: true, maxRetries: 3 })

/** A record by its name, and whether its operation finished. */
export interface KeptRecord {
  readonly id: string
  readonly isFinished: boolean
}

/** The records in a folder, the oldest first, without those being written. */
export const listRecords = async (folder: string): Promise<readonly KeptRecord[]> => {
  const found: KeptRecord[] = []
  for (const id of (await recordsIn(folder)).sort()) {
    const names = await namesIn(join(folder, id))
    const isFinished = names.includes(finished) || names.includes(finishedUnsealed)
    if (isFinished || names.includes(begun) || names.includes(begunUnsealed)) found.push({ id, isFinished })
  }
  return found
}

/** Removes incomplete records that a crash left, except those being written now: their operations had not begun. */
export const removeUnwritten = async (folder: string, writing: ReadonlySet<string>): Promise<void> => {
  const whole = new Set((await listRecords(folder)).map(({ id }) => id))
  for (const id of await recordsIn(folder))
    if (!whole.has(id) && !writing.has(id)) await removeRecord(folder, id)
}

/** The contents of a record. A damaged one is set aside at `keptAt` and never used. A newer one is left alone. */
export type ReadRecord =
  | { readonly kind: 'record'; readonly record: OperationRecord }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged'; readonly keptAt: string }

/** Reads a record and verifies its hash. */
export const readRecord = async (folder: string, { id, isFinished }: KeptRecord): Promise<ReadRecord> => {
  const bytes = await readFile(join(folder, id, isFinished ? finished : begun)).catch((error: unknown) => {
    if (isMissing(error)) return Buffer.alloc(0) // it is of version 1
    throw error
  })
  const opened = unseal(name, version, bytes)
  if (opened.kind === 'newer') return { kind: 'newer' }
  const record = opened.kind === 'whole' ? recordOf(opened.payload) : null
  if (record?.id === id) return { kind: 'record', record }
  const keptAt = join(folder, id + setAside)
  await renameHeld(join(folder, id), keptAt)
  return { kind: 'damaged', keptAt }
}

const recordOf = (payload: Buffer): OperationRecord | null => {
  const end = 4 + (payload.length < 4 ? 0 : payload.readUInt32LE(0))
  const stored = storedRecord.safeParse(parsed(payload.subarray(4, end)))
  if (!stored.success) return null
  let at = end
  const take = (length = 0) => {
    at += length
    return payload.subarray(at - length, at)
  }
  const steps = stored.data.steps.map((step) => stepOf(step, take))
  return at === payload.length ? { ...stored.data, steps } : null
}

const parsed = (json: Buffer): unknown => {
  try {
    return JSON.parse(json.toString())
  } catch {
    return null // does not match the schema
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

/** Dismisses an operation that a crash interrupted: it is no longer continued. Its files stay as they are. */
export const dismissOperation = async (folder: string, operation: string): Promise<void> => {
  for (const { id, isFinished } of await listRecords(folder))
    if (!isFinished && operationOf(id) === operation) await finishRecord(folder, id)
}

const blobsOf = (step: FileStep): readonly Uint8Array[] => {
  if (step.kind === 'move') return []
  return step.kind === 'write' ? [step.before, step.after] : [step.bytes]
}

const recordsIn = async (folder: string): Promise<string[]> =>
  (await namesIn(folder)).filter((id) => !id.endsWith(setAside))

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw error
  }
}

const writeSynced = async (path: string, pieces: readonly Uint8Array[]): Promise<void> => {
  const handle = await open(path, 'w')
  try {
    let at = 0
    for (const piece of pieces) {
      await writeAll(handle, piece, at)
      at += piece.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}
