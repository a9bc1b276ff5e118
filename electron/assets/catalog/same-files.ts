import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { grouped } from '../../../shared/base/grouped'
import { codeOf } from '../../disk/calls/codes'

/** A file of the site; its path is relative to the root. */
export interface FoundFile {
  readonly path: string
  readonly size: number
  readonly modifiedMs: number
}

/** Changes with the file. */
export const stampOf = ({ size, modifiedMs }: FoundFile): string => `${size} ${modifiedMs}`

const maxHashed = 100_000_000
const sampleBytes = 4096

type Kind = 'sample' | 'whole'

/** Finds files with the same bytes: compares sizes, then both ends, and reads the whole file only if these match. */
export class SameFiles {
  private readonly known = new Map<string, { readonly stamp: string; readonly hash: string | null }>()

  constructor(private readonly root: string) {}

  /** For each duplicate, the path of the first file with the same bytes; null if stopped. */
  async among(files: readonly FoundFile[], stop?: AbortSignal): Promise<ReadonlyMap<string, string> | null> {
    const sized = alike(
      files.filter(({ size }) => size > 0),
      ({ size }) => String(size),
    )
    const sampled = await this.alikeBy('sample', sized, stop)
    const whole = sampled && (await this.alikeBy('whole', sampled, stop))
    if (whole === null) return null
    const same = new Map<string, string>()
    for (const [first, ...others] of whole)
      if (first) for (const one of [first, ...others]) same.set(one.path, first.path)
    return same
  }

  private async alikeBy(
    kind: Kind,
    groups: readonly (readonly FoundFile[])[],
    stop: AbortSignal | undefined,
  ): Promise<FoundFile[][] | null> {
    const hashed = await inTurns(groups.flat(), async (file) => ({
      file,
      hash: stop?.aborted ? null : await this.hashOf(kind, file),
    }))
    if (stop?.aborted) return null
    const hashes = new Map(hashed.map(({ file, hash }) => [file, hash]))
    return groups.flatMap((group) =>
      alike(
        group.filter((file) => hashes.get(file) !== null),
        (file) => hashes.get(file) ?? '',
      ),
    )
  }

  private async hashOf(kind: Kind, file: FoundFile): Promise<string | null> {
    const key = `${kind} ${file.path}`
    const known = this.known.get(key)
    if (known?.stamp === stampOf(file)) return known.hash
    const path = join(this.root, file.path)
    const hash =
      file.size > maxHashed ? null : await (kind === 'sample' ? sampleOf(path, file.size) : hashOf(path))
    this.known.set(key, { stamp: stampOf(file), hash })
    return hash
  }
}

/** The groups with more than one in it. */
const alike = (files: readonly FoundFile[], by: (file: FoundFile) => string): FoundFile[][] =>
  [...grouped(files, by).values()].filter((group) => group.length > 1)

const sampleOf = async (path: string, size: number): Promise<string | null> => {
  try {
    const file = await open(path)
    try {
      const bytes = Buffer.alloc(2 * sampleBytes)
      await file.read(bytes, 0, sampleBytes, 0)
      await file.read(bytes, sampleBytes, sampleBytes, Math.max(0, size - sampleBytes))
      return createHash('sha1').update(bytes).digest('hex')
    } finally {
      await file.close()
    }
  } catch (error) {
    return absent(error)
  }
}

const hashOf = async (path: string): Promise<string | null> => {
  const hash = createHash('sha1')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (error) {
    return absent(error)
  }
}

/** Null for a file that is gone or that we may not read; throws any other error. */
const absent = (error: unknown): null => {
  if (codeOf(error) === '') throw error
  return null
}

const atOnce = 16

/** Maps the items with `work`, a few at a time. */
export const inTurns = async <A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> => {
  const results: B[] = []
  for (let at = 0; at < all.length; at += atOnce)
    results.push(...(await Promise.all(all.slice(at, at + atOnce).map(work))))
  return results
}
