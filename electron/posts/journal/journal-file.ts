import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../../shared/app-error'
import { type Revision, revision } from '../../../shared/posts/post'
import { decodePost } from '../../../shared/posts/text-format'
import {
  type JournalBased,
  type JournalChanges,
  type JournalSnapshot,
  journalBased,
  journalChanges,
  journalSnapshot,
  type RecoveredText,
} from '../../../shared/posts/unsaved-text'
import { applyTextChanges, type TextChange } from '../../../shared/text/text-change'
import { writeOrCreate } from '../../disk/atomic-write'
import { isMissing } from '../../disk/calls/codes'
import { writeAll } from '../../disk/in-place-write'
import { readRecords, recordOf } from './journal-record'

const owner = z.object({ site: z.string(), id: z.string(), writtenMs: z.number() })
/** `saving`: the revision that a save was about to write; the journal does not know how the save ended. */
const firstRecord = owner.extend({
  entry: z.discriminatedUnion('kind', [journalSnapshot, journalBased]),
  saving: z.array(revision).optional(),
})
const changesRecord = z.object({ writtenMs: z.number(), entry: journalChanges })
const savingRecord = z.object({ writtenMs: z.number(), saving: revision })

export type FirstRecord = z.infer<typeof firstRecord>
export type LaterRecord = z.infer<typeof changesRecord> | z.infer<typeof savingRecord>
/** The contents of a journal. */
export interface KeptJournal extends Omit<RecoveredText, 'snapshot' | 'text'> {
  readonly site: string
  readonly start: JournalSnapshot | JournalBased
  /** Revisions that our own saves may have written before the last entry: the text is based on them. */
  readonly savedBefore: readonly Revision[]
  /** The same after the last entry: each of them contains the text, and perhaps more. */
  readonly savedAfter: readonly Revision[]
  /** The number of valid bytes. */
  readonly length: number
}
export type JournalContent = RecoveredText & Omit<KeptJournal, 'start' | 'length'>

/** Writes a new journal. The old one stays intact until the new one is on the disk. Returns its length. */
export const startJournal = async (path: string, record: FirstRecord): Promise<number> => {
  const bytes = await recordOf(record)
  await writeOrCreate(path, bytes)
  return bytes.length
}

/** Appends a record after the `length` valid bytes; if it fails, the journal is as long as before. */
export const addToJournal = async (path: string, length: number, record: LaterRecord): Promise<number> => {
  const bytes = await recordOf(record)
  const handle = await open(path, 'r+')
  try {
    await writeAll(handle, bytes, length)
    await handle.datasync()
    return length + bytes.length
  } catch (error) {
    // If this fails too, the rest is an incomplete record, and reading stops before it.
    await handle.truncate(length).catch(() => undefined)
    throw error
  } finally {
    await handle.close()
  }
}

/**
 * The contents of a journal up to its last complete record; null if there is no file, `damaged` if not even the first
 * record is complete, `newer` if a newer version of the app wrote it.
 */
export const readJournal = async (path: string): Promise<KeptJournal | 'damaged' | 'newer' | null> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (!bytes) return null
  const { values, length, isNewer } = await readRecords(bytes)
  if (isNewer) return 'newer' // also after our records, since the last ones count
  const first = firstRecord.safeParse(values[0])
  if (!first.success) return 'damaged'
  const { site, id, entry: start } = first.data
  const savedBefore = [...(first.data.saving ?? [])]
  let savedAfter: Revision[] = []
  let { writtenMs } = first.data
  let textLength = start.kind === 'snapshot' ? start.text.length : lengthAfter(start.length, start.changes)
  if (textLength === null) return 'damaged'
  const changes: JournalChanges[] = []
  for (const value of values.slice(1)) {
    const save = savingRecord.safeParse(value)
    if (save.success) {
      savedAfter.push(save.data.saving)
      continue
    }
    const later = changesRecord.safeParse(value)
    if (!later.success) break
    const { entry } = later.data
    const after = lengthAfter(textLength, entry.changes)
    if (entry.stretch !== start.stretch || entry.index !== changes.length + 1 || after === null) break
    textLength = after
    changes.push(entry)
    savedBefore.push(...savedAfter)
    savedAfter = []
    writtenMs = later.data.writtenMs
  }
  return { site, id, writtenMs, start, changes, savedBefore, savedAfter, length }
}

/** The length of a text of `length` after the changes; null if the changes do not fit. */
const lengthAfter = (length: number, changes: readonly TextChange[]): number | null => {
  let after = length
  for (const { from, to, insert } of changes) {
    if (from > to || to > length) return null
    after += insert.length - (to - from)
  }
  return after
}

/** The text of a journal; null if `base` does not find the file it is based on, or the changes do not fit. */
export const textOfJournal = async (
  { start, length: _length, ...kept }: KeptJournal,
  base: (of: JournalBased) => Promise<Uint8Array | null>,
): Promise<JournalContent | null> => {
  const snapshot = start.kind === 'snapshot' ? start : snapshotOf(start, await base(start))
  if (!snapshot) return null
  const text = kept.changes.reduce((before, { changes }) => applyTextChanges(before, changes), snapshot.text)
  return { ...kept, snapshot, text }
}

const snapshotOf = (start: JournalBased, bytes: Uint8Array | null): JournalSnapshot | null => {
  const onDisk = bytes && textOf(bytes)
  if (onDisk?.text.length !== start.length) return null
  const { changes, length: _length, ...rest } = start
  return { ...rest, kind: 'snapshot', text: applyTextChanges(onDisk.text, changes), onDisk }
}

const textOf = (bytes: Uint8Array): ReturnType<typeof decodePost> | null => {
  try {
    return decodePost(bytes)
  } catch (error) {
    if (error instanceof AppError) return null // not text
    throw error
  }
}
