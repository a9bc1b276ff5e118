import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { isMissing } from '../../disk/calls/codes'

const pack = promisify(zstdCompress)
const unpack = promisify(zstdDecompress)

/** Increased with every change to the file. */
const version = 1
const largestFile = 200_000_000
const largestContent = 500_000_000

/** A record as it is kept: the stamp of its file, and its JSON. */
export interface KeptRecord {
  readonly stamp: string
  readonly json: string
}
export type KeptRecords = ReadonlyMap<string, KeptRecord>

const headOf = (key: string): string => `${version} ${createHash('sha256').update(key).digest('hex')}`

/**
 * Reads the records in a file that was written with the same key; empty if there are none. It only repeats what is in
 * the posts, so a damaged file is an error only for the log.
 */
export const readKept = async (file: string, key: string): Promise<KeptRecords> => {
  const kept = new Map<string, KeptRecord>()
  const size = await stat(file).then(
    (stats) => (stats.isFile() ? stats.size : 0),
    (error: unknown) => {
      if (isMissing(error)) return 0
      throw error
    },
  )
  if (size === 0 || size > largestFile) return kept
  const text = (await unpack(await readFile(file), { maxOutputLength: largestContent })).toString('utf8')
  const start = text.indexOf('\n') + 1
  if (text.slice(0, start - 1) !== headOf(key)) return kept
  for (let from = start; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const afterId = text.indexOf('\t', from)
    const afterStamp = text.indexOf('\t', afterId + 1)
    if (end < 0 || afterId < 0 || afterStamp < 0 || afterStamp > end)
      throw new Error(`${file} ends too early`)
    const id = JSON.parse(text.slice(from, afterId)) as string
    kept.set(id, { stamp: text.slice(afterId + 1, afterStamp), json: text.slice(afterStamp + 1, end) })
    from = end + 1
  }
  return kept
}

/** Writes records, completely or not at all. */
export const writeKept = async (file: string, key: string, kept: KeptRecords): Promise<void> => {
  const lines = [headOf(key)]
  for (const [id, { stamp, json }] of kept) lines.push(`${JSON.stringify(id)}\t${stamp}\t${json}`)
  const text = `${lines.join('\n')}\n`
  if (text.length > largestContent / 3) return rm(file, { force: true }) // up to three bytes for a character
  const packed = await pack(text, { params: { [constants.ZSTD_c_checksumFlag]: 1 } })
  const part = `${file}.${process.pid}.new`
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(part, packed)
    await rename(part, file)
  } finally {
    await rm(part, { force: true })
  }
}
