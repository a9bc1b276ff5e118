import { open, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { PostId } from '../../../shared/posts/post'
import { writeOrCreate } from '../../disk/atomic-write'
import { codeOf } from '../../disk/calls/codes'
import { writeAll } from '../../disk/in-place-write'
import type { DatedVersion } from './thin-versions'

const line = z.union([
  z.object({ site: z.string(), id: z.string() }),
  z.object({ revision: z.string().regex(/^[0-9a-f]{64}$/), savedMs: z.number(), size: z.number() }),
])

/** The versions of one post, oldest first. */
export interface PostHistory {
  readonly site: string
  readonly id: PostId
  readonly versions: readonly DatedVersion[]
}

// A line break on both sides: a line that a crash cut takes no other with it.
const lineOf = (value: z.infer<typeof line>): string => {
  const json = JSON.stringify(value)
  return `\n${crc32(json).toString(16).padStart(8, '0')} ${json}\n`
}

/** Reads the list of one post; damaged lines are passed over. Null when there is none. */
export async function readIndex(path: string): Promise<PostHistory | null> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  })
  let owner = { site: '', id: '' } // stays so when just that line is damaged: the versions are still in use
  const versions: DatedVersion[] = []
  for (const text of content.split('\n')) {
    const value = readLine(text)
    if (!value) continue
    if ('revision' in value) versions.push(value)
    else owner = value
  }
  return versions.length > 0 ? { ...owner, versions } : null
}

const readLine = (text: string): z.infer<typeof line> | null => {
  const json = text.slice(9)
  if (json === '' || crc32(json) !== Number.parseInt(text.slice(0, 8), 16)) return null
  return line.safeParse(JSON.parse(json)).data ?? null
}

/** Adds a version at the end of the list. */
export async function addToIndex(
  path: string,
  { site, id }: Pick<PostHistory, 'site' | 'id'>,
  version: DatedVersion,
): Promise<void> {
  const handle = await open(path, 'a+')
  try {
    const { size } = await handle.stat()
    await writeAll(handle, Buffer.from((size === 0 ? lineOf({ site, id }) : '') + lineOf(version)), size)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** Writes the whole list anew; an empty one takes its file away. */
export async function writeIndex(path: string, { site, id, versions }: PostHistory): Promise<void> {
  if (versions.length === 0) {
    await unlink(path)
    return
  }
  const lines = [lineOf({ site, id }), ...versions.map((version) => lineOf(version))]
  await writeOrCreate(path, Buffer.from(lines.join('')))
}

/** All lists of a store. */
export async function readAllIndexes(folder: string): Promise<(PostHistory & { readonly path: string })[]> {
  const found: (PostHistory & { readonly path: string })[] = []
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.jsonl')) continue
    const path = join(folder, name)
    const history = await readIndex(path)
    if (history) found.push({ ...history, path })
  }
  return found
}
