import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { AppError } from '../../../shared/app-error'
import type { Revision } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { writeAtomically } from '../../disk/atomic-write'
import { codeOf } from '../../disk/calls/codes'
import { revisionOf } from '../../disk/revision'

const pack = promisify(deflateRaw)
const unpack = promisify(inflateRaw)

/** Compressed bytes by their hash. Identical versions of all posts share one file. */
export interface VersionStore {
  /** Stores bytes, replacing a damaged file of the same revision. Returns by how much the store grew. */
  readonly put: (revision: Revision, bytes: Uint8Array) => Promise<number>
  /** Throws an AppError if the version is missing or damaged. */
  readonly get: (revision: Revision) => Promise<Uint8Array>
  /** Every revision with its size on the disk. */
  readonly sizes: () => Promise<Map<Revision, number>>
  readonly remove: (revision: Revision) => Promise<void>
}

/** Opens the store in a folder. */
export const createVersionStore = (folder: string): VersionStore => {
  const pathOf = (revision: Revision): string => join(folder, revision.slice(0, 2), revision.slice(2))

  const get = async (revision: Revision): Promise<Uint8Array> => {
    try {
      const bytes = await unpack(await readFile(pathOf(revision)))
      if (revisionOf(bytes) === revision) return bytes
    } catch (error) {
      if (codeOf(error) === 'ENOENT')
        throw new AppError('not-found', t('files.versionGone'), { cause: error })
      if (!codeOf(error).startsWith('Z_')) throw error
    }
    throw new AppError('failed', t('files.versionDamaged'))
  }

  return {
    get,
    put: async (revision, bytes) => {
      const path = pathOf(revision)
      const before = await stat(path).then(({ size }) => size, whenMissing)
      if (
        before !== null &&
        (await get(revision).then(
          () => true,
          () => false,
        ))
      )
        return 0
      const packed = await pack(bytes)
      await mkdir(join(folder, revision.slice(0, 2)), { recursive: true, mode: 0o700 })
      await writeAtomically(path, packed, { create: before === null })
      return packed.length - (before ?? 0)
    },
    sizes: async () => {
      const sizes = new Map<Revision, number>()
      for (const prefix of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(prefix)) continue
        for (const name of await readdir(join(folder, prefix))) {
          const revision = prefix + name
          if (/^[0-9a-f]{64}$/.test(revision)) sizes.set(revision, (await stat(pathOf(revision))).size)
        }
      }
      return sizes
    },
    remove: async (revision) => {
      await unlink(pathOf(revision)).catch(whenMissing)
    },
  }
}

const whenMissing = (error: unknown): null => {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}
