import { readFile } from 'node:fs/promises'
import { AppError } from '../../../shared/app-error'
import type { PostId, Revision } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { writeOrCreate } from '../../disk/atomic-write'
import { isMissing } from '../../disk/calls/codes'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import { revisionOf } from '../../disk/revision'

/** The file that a journal is based on, and where its copy is kept beside the journal. */
export interface JournalBase {
  readonly site: string
  readonly id: PostId
  readonly base: Revision
  readonly copy: string
}

/** Returns an earlier version of a post; throws an AppError if there is none. */
export type ReadVersion = (revision: Revision) => Promise<Uint8Array>

/** The bytes of the base: from the copy, the post itself or its history; null if none has that revision. */
export const readBase = async (base: JournalBase, readVersion?: ReadVersion): Promise<Uint8Array | null> =>
  (await readCopy(base)) ?? (await readFileOfPost(base)) ?? (await orNull(readVersion?.(base.base)))

/** Copies the base beside the journal, since the post will be overwritten; false if the file has changed. */
export const copyBase = async (base: JournalBase): Promise<boolean> => {
  if (await readCopy(base)) return true
  const bytes = await readFileOfPost(base)
  if (bytes) await writeOrCreate(base.copy, bytes)
  return bytes !== null
}

const readCopy = async ({ copy, base }: JournalBase): Promise<Uint8Array | null> => {
  const bytes = await readFile(copy).catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  return bytes && revisionOf(bytes) === base ? bytes : null
}

const readFileOfPost = async ({ site, id, base }: JournalBase): Promise<Uint8Array | null> => {
  const found = await orNull(
    resolveInside(site, id).then((path) => readWhole(path, t('files.cannotOpen', { name: id }))),
  )
  return found && revisionOf(found.bytes) === base ? found.bytes : null
}

/** Null for any error: then the bytes must be found elsewhere. */
const orNull = async <T>(found: Promise<T> | undefined): Promise<T | null> => {
  try {
    return (await found) ?? null
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
