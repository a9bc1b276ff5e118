import type { z } from 'zod'
import { messageOf } from '../../shared/app-error'
import { isRecord } from '../../shared/base/is-record'
import { t } from '../../shared/texts/translate'
import { writeAtomically } from './atomic-write'
import { isMissing } from './calls/codes'
import { renameHeld } from './calls/while-held'
import { diskError } from './disk-error'
import { readSmallFile } from './read-small'

/** A small JSON file in the user-data folder, held in memory and written whole. */
export interface JsonFile<T> {
  readonly value: () => T
  /** Sets the value at once and resolves when it is on the disk; writes follow one another. */
  readonly set: (value: T) => Promise<void>
  /** Resolves when every write that was begun has ended, well or badly. */
  readonly idle: () => Promise<void>
}

export interface LoadedJson<T> {
  readonly file: JsonFile<T>
  /** What to tell the writer when the file could not be used; a damaged one was kept beside as `.damaged`. */
  readonly notice: string | null
}

/** The version of these files; those from before it was written down have none and are read as version 1. */
const version = 1
const largest = 10_000_000

interface Read {
  readonly value: Readonly<Record<string, unknown>>
  /** Keys that this version does not know; they are written back as they are. */
  readonly unknown?: Readonly<Record<string, unknown>>
  readonly notice: string | null
  /** What is to be written: nothing over a file that cannot be read or is of a newer version. */
  readonly writes: 'new' | 'over' | 'never'
}

/**
 * Reads a JSON file. A missing file gives the fallback; of a damaged one, every key that is still good is
 * kept, the rest takes the fallback, and the file is set aside. One of a newer version, or one that the disk does not
 * give us now, is left alone: what is set then lasts for the session.
 */
export const loadJson = async <S extends z.ZodObject>(
  path: string,
  schema: S,
  fallback: z.infer<S>,
): Promise<LoadedJson<z.infer<S>>> => {
  const read = await readFrom(path, schema, fallback)
  let current = read.value as z.infer<S>
  let exists = read.writes === 'over'
  let tail: Promise<unknown> = Promise.resolve()
  const set = (value: z.infer<S>): Promise<void> => {
    current = value
    if (read.writes === 'never') return Promise.resolve()
    const write = async () => {
      const json = JSON.stringify({ version, ...read.unknown, ...current }, null, 2)
      await writeAtomically(path, new TextEncoder().encode(`${json}\n`), { create: !exists })
      exists = true
    }
    const next = tail.then(write, write)
    tail = next
    return next
  }
  const idle = () =>
    tail.then(
      () => undefined,
      () => undefined, // whoever called `set` has been told
    )
  return { file: { value: () => current, set, idle }, notice: read.notice }
}

const readFrom = async <S extends z.ZodObject>(
  path: string,
  schema: S,
  fallback: z.infer<S>,
): Promise<Read> => {
  let text: string | null
  try {
    text = await readSmallFile(path, largest)
  } catch (error) {
    if (isMissing(error)) return { value: fallback, notice: null, writes: 'new' }
    return {
      value: fallback,
      notice: leftAlone(diskError(error, t('files.cannotRead', { name: path })).message),
      writes: 'never',
    }
  }
  const raw = parsed(text ?? '')
  if (raw === null) return { value: fallback, notice: await setAside(path), writes: 'new' }
  const { version: found, ...record } = raw
  if (typeof found === 'number' && found > version)
    return {
      value: fallback,
      notice: leftAlone(t('files.newerFile', { path })),
      writes: 'never',
    }
  const { value, unknown, bad } = salvage(record, schema, fallback)
  const names = bad.join(', ')
  const notice = bad.length === 0 ? null : t('files.settingsReset', { names })
  return { value, unknown, notice, writes: 'over' }
}

const leftAlone = (reason: string): string => t('files.leftAlone', { reason })

const parsed = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const raw: unknown = JSON.parse(text)
    return isRecord(raw) ? { ...raw } : null
  } catch {
    return null // damaged
  }
}

const setAside = async (path: string): Promise<string> => {
  try {
    await renameHeld(path, `${path}.damaged`)
    return t('files.settingsSetAside', { path })
  } catch (error) {
    return t('files.settingsUnreadable', { path, reason: messageOf(error) })
  }
}

const salvage = <S extends z.ZodObject>(
  record: Readonly<Record<string, unknown>>,
  schema: S,
  fallback: z.infer<S>,
) => {
  const bad: string[] = []
  const entries = Object.entries(schema.shape).map(([key, field]) => {
    const kept = (fallback as Record<string, unknown>)[key]
    if (!Object.hasOwn(record, key)) return [key, kept]
    const parsed = (field as z.ZodType).safeParse(record[key])
    if (!parsed.success) bad.push(key)
    return [key, parsed.success ? parsed.data : kept]
  })
  const unknown = Object.entries(record).filter(([key]) => !Object.hasOwn(schema.shape, key))
  return { value: Object.fromEntries(entries) as z.infer<S>, unknown: Object.fromEntries(unknown), bad }
}
