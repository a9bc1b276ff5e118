import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../../../shared/app-error'
import { imageTypeOfBytes } from '../../../shared/base/image-types'
import { codeOf } from '../../disk/calls/codes'

/** Thumbnails on the disk, by name; the oldest are removed first. */
export interface KeptThumbnails {
  /** Null if it was not kept, or what was kept is damaged. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>
}

const largest = 300_000

/** Whether these are the bytes of a thumbnail. */
export const isThumbnail = (bytes: Uint8Array): boolean =>
  bytes.byteLength <= largest && imageTypeOfBytes(bytes) === 'image/webp'

/** Keeps at most about `most` thumbnails in a folder; `note` receives errors, which should interrupt nobody. */
export const keptThumbnails = (
  folder: string,
  most: number,
  note: (message: string) => void,
): KeptThumbnails => {
  const pathOf = (name: string) => join(folder, `${name}.webp`)
  let untilPruned = 0
  return {
    read: async (name) => {
      try {
        const bytes = await readFile(pathOf(name))
        return isThumbnail(bytes) ? Uint8Array.from(bytes) : null
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') note(`A kept thumbnail could not be read: ${messageOf(error)}`)
        return null
      }
    },
    write: async (name, bytes) => {
      const path = pathOf(name)
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(`${path}.part`, bytes)
        await rename(`${path}.part`, path)
        if (untilPruned-- > 0) return
        untilPruned = Math.ceil(most / 20)
        await prune(folder, most)
      } catch (error) {
        note(`A thumbnail could not be kept: ${messageOf(error)}`)
      }
    },
  }
}

const prune = async (folder: string, most: number): Promise<void> => {
  const names = await readdir(folder)
  if (names.length <= most) return
  const files = await Promise.all(
    names.map(async (name) => ({ name, modified: (await stat(join(folder, name))).mtimeMs })),
  )
  files.sort((a, b) => b.modified - a.modified)
  await Promise.all(files.slice(most).map(({ name }) => rm(join(folder, name), { force: true })))
}
