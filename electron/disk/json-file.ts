import type { z } from 'zod'
import { messageOf } from '../../shared/app-error'
import { isRecord } from '../../shared/base/is-record'
import { t } from '../../shared/texts/translate'
import { writeAtomically } from './atomic-write'
import { isMissing } from './calls/codes'
import { renameHeld } from './calls/while-held'
import { diskError } from './disk-error'
import { readSmallFile } from './read-small'

/** A small JSON file in the user-data folder, kept in memory and written as a whole. */
export interface JsonFile<T> {
  readonly value: () => T
  /** Sets the value at once and resolves when it is on the disk; writes follow one another. */
  readonly set: (value: T) => Promise<void>
  /** Resolves when all pending writes have settled. */
  readonly idle: () => Promise<void>
}

export interface LoadedJson<T> {
  readonly file: JsonFile<T>
  /** A message for the user if the file could not be used; a damaged file was renamed to `.damaged`. */
  readonly notice: string | null
}

/** The version of these files; a file without a version is read as version 1. */
const version = 1
const largest = 10_000_000

interface Read {
  readonly value: Readonly<Record<string, unknown>>
  /** Keys unknown to this version; they are written back unchanged. */
  readonly unknown?: Readonly<Record<string, unknown>>
  readonly notice: string | null
  /** How to write: never over a file that cannot be read or that a newer version wrote. */
  readonly writes: 'new' | 'over' | 'never'
}

/**
 * Reads a JSON file. A missing file gives the fallback. In a damaged file, valid keys are kept, the others get the
 * fallback, and the file is set aside. A file that a newer version wrote, or that cannot be read now, is left alone:
 * changes then last for the session.
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
      () => undefined, // the caller of `set` gets the error
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
