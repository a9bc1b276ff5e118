import { open, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { AppError } from '../../../shared/app-error'
import type { PostId } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { writeOrCreate } from '../../disk/atomic-write'
import { isMissing } from '../../disk/calls/codes'
import { writeAll } from '../../disk/in-place-write'
import type { DatedVersion } from './thin-versions'

/** The version of these lists; a list without a version is read as version 1. */
const version = 1

const line = z.union([
  z.object({ version: z.number().optional(), site: z.string(), id: z.string() }),
  z.object({ revision: z.string().regex(/^[0-9a-f]{64}$/), savedMs: z.number(), size: z.number() }),
])

/** The versions of one post, oldest first. */
export interface PostHistory {
  readonly site: string
  readonly id: PostId
  readonly versions: readonly DatedVersion[]
}

// A line break on both sides, so that a truncated line damages no other.
const lineOf = (value: z.infer<typeof line>): string => {
  const json = JSON.stringify(value)
  return `\n${crc32(json).toString(16).padStart(8, '0')} ${json}\n`
}

/**
 * Reads the list of one post, skipping damaged lines. Null if there is none. Throws an AppError for a list that a newer
 * version wrote, which is left alone.
 */
export const readIndex = async (path: string): Promise<PostHistory | null> => {
  const history = await readAnyIndex(path)
  if (history === 'newer') throw new AppError('failed', t('files.newerHistory'))
  return history
}

const readAnyIndex = async (path: string): Promise<PostHistory | 'newer' | null> => {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return ''
    throw error
  })
  let owner: { version?: number | undefined; site: string; id: string } = { site: '', id: '' } // kept if only that line is damaged: the versions are still in use
  const versions: DatedVersion[] = []
  for (const text of content.split('\n')) {
    const value = readLine(text)
    if (!value) continue
    if ('revision' in value) versions.push(value)
    else owner = value
  }
  if ((owner.version ?? version) > version) return 'newer'
  const { site, id } = owner
  return versions.length > 0 ? { site, id, versions } : null
}

const readLine = (text: string): z.infer<typeof line> | null => {
  const json = text.slice(9)
  if (json === '' || crc32(json) !== Number.parseInt(text.slice(0, 8), 16)) return null
  return line.safeParse(JSON.parse(json)).data ?? null
}

/** Adds a version at the end of the list. */
export const addToIndex = async (
  path: string,
  { site, id }: Pick<PostHistory, 'site' | 'id'>,
  added: DatedVersion,
): Promise<void> => {
  const handle = await open(path, 'a+')
  try {
    const { size } = await handle.stat()
    await writeAll(
      handle,
      Buffer.from((size === 0 ? lineOf({ version, site, id }) : '') + lineOf(added)),
      size,
    )
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** Rewrites the whole list; deletes the file if the list is empty. */
export const writeIndex = async (path: string, { site, id, versions }: PostHistory): Promise<void> => {
  if (versions.length === 0) {
    await unlink(path)
    return
  }
  const lines = [lineOf({ version, site, id }), ...versions.map((one) => lineOf(one))]
  await writeOrCreate(path, Buffer.from(lines.join('')))
}

export interface AllIndexes {
  readonly histories: readonly (PostHistory & { readonly path: string })[]
  /** Whether there are lists of a newer version, which refer to versions unknown here. */
  readonly hasNewer: boolean
}

/** All lists of a store. */
export const readAllIndexes = async (folder: string): Promise<AllIndexes> => {
  const histories: (PostHistory & { readonly path: string })[] = []
  let hasNewer = false
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.jsonl')) continue
    const path = join(folder, name)
    const history = await readAnyIndex(path)
    if (history === 'newer') hasNewer = true
    else if (history) histories.push({ ...history, path })
  }
  return { histories, hasNewer }
}
