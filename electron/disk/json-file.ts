import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { messageOf } from '../../shared/app-error'
import { writeAtomically } from './atomic-write'
import { renameHeld } from './calls/while-held'

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
  /** What to tell the writer when the file could not be used; it was kept beside as `.damaged`. */
  readonly notice: string | null
}

/**
 * Reads a JSON file. A missing file gives the fallback; of a damaged one, every key that is still good is
 * kept, the rest takes the fallback, and the file is set aside.
 */
export const loadJson = async <S extends z.ZodObject>(
  path: string,
  schema: S,
  fallback: z.infer<S>,
): Promise<LoadedJson<z.infer<S>>> => {
  let current = fallback
  let notice: string | null = null
  let exists = false
  try {
    const raw: unknown = JSON.parse(await readFile(path, 'utf8'))
    const { value, bad } = salvage(raw, schema, fallback)
    current = value
    exists = true
    if (bad.length > 0) notice = `These settings could not be read and are back to normal: ${bad.join(', ')}.`
  } catch (error) {
    if (!isMissing(error)) notice = `${await setAside(path)} (${messageOf(error)})`
  }
  let tail: Promise<unknown> = Promise.resolve()
  const set = (value: z.infer<S>): Promise<void> => {
    current = value
    const write = async () => {
      const bytes = new TextEncoder().encode(`${JSON.stringify(current, null, 2)}
`)
      await writeAtomically(path, bytes, { create: !exists })
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
  return { file: { value: () => current, set, idle }, notice }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const setAside = async (path: string): Promise<string> => {
  try {
    await renameHeld(path, `${path}.damaged`)
    return `The settings file could not be read and was set aside as ${path}.damaged.`
  } catch (error) {
    return `The settings file ${path} could not be read, nor set aside: ${messageOf(error)}`
  }
}

const salvage = <S extends z.ZodObject>(raw: unknown, schema: S, fallback: z.infer<S>) => {
  const record = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
  const bad: string[] = []
  const entries = Object.entries(schema.shape).map(([key, field]) => {
    const kept = (fallback as Record<string, unknown>)[key]
    if (!Object.hasOwn(record, key)) return [key, kept]
    const parsed = (field as z.ZodType).safeParse(record[key])
    if (!parsed.success) bad.push(key)
    return [key, parsed.success ? parsed.data : kept]
  })
  return { value: Object.fromEntries(entries) as z.infer<S>, bad }
}
