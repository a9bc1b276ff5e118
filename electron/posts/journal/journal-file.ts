import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { journalChanges, journalSnapshot, type RecoveredText } from '../../../shared/posts/unsaved-text'
import { applyTextChanges } from '../../../shared/text/text-change'
import { writeOrCreate } from '../../disk/atomic-write'
import { codeOf } from '../../disk/calls/codes'
import { writeAll } from '../../disk/in-place-write'
import { readRecords, recordOf } from './journal-record'

const owner = z.object({ site: z.string(), id: z.string(), writtenMs: z.number() })
const firstRecord = owner.extend({ entry: journalSnapshot })
const laterRecord = z.object({ writtenMs: z.number(), entry: journalChanges })

export type FirstRecord = z.infer<typeof firstRecord>
export type LaterRecord = z.infer<typeof laterRecord>
export type JournalContent = RecoveredText & { readonly site: string }

/** Writes a journal anew. The old one stays whole until the new one is on the disk. Answers the length. */
export async function startJournal(path: string, record: FirstRecord): Promise<number> {
  const bytes = await recordOf(record)
  await writeOrCreate(path, bytes)
  return bytes.length
}

/** Adds a record behind the `length` bytes that are good; when it fails, the journal is as long as before. */
export async function addToJournal(path: string, length: number, record: LaterRecord): Promise<number> {
  const bytes = await recordOf(record)
  const handle = await open(path, 'r+')
  try {
    await writeAll(handle, bytes, length)
    await handle.datasync()
    return length + bytes.length
  } catch (error) {
    // What stays of it if this fails too is no whole record, so reading stops before it.
    await handle.truncate(length).catch(() => undefined)
    throw error
  } finally {
    await handle.close()
  }
}

/** What a journal holds, up to its last whole record; null for no file, `damaged` when not even the first is whole. */
export async function readJournal(path: string): Promise<JournalContent | 'damaged' | null> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (!bytes) return null
  const { values } = await readRecords(bytes)
  const first = firstRecord.safeParse(values[0])
  if (!first.success) return 'damaged'
  const { site, id, entry: snapshot } = first.data
  let { writtenMs } = first.data
  let { text } = snapshot
  const changes: RecoveredText['changes'][number][] = []
  for (const value of values.slice(1)) {
    const later = laterRecord.safeParse(value)
    if (!later.success) break
    const { entry } = later.data
    const fits = entry.changes.every(({ from, to }) => from <= to && to <= text.length)
    if (entry.stretch !== snapshot.stretch || entry.index !== changes.length + 1 || !fits) break
    text = applyTextChanges(text, entry.changes)
    changes.push(entry)
    writtenMs = later.data.writtenMs
  }
  return { site, id, writtenMs, snapshot, changes, text }
}
