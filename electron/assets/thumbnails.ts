import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../../shared/app-error'
import { imageTypeOfBytes } from '../../shared/site/image-types'
import { codeOf } from '../disk/calls/codes'
import type { MakeThumbnail } from './asset-response'

/** An image to be drawn as a thumbnail. */
export interface ImageToDraw {
  readonly id: number
  readonly bytes: Uint8Array
  readonly type: string
  readonly width: number
}

export interface ThumbnailsOptions {
  /** Where thumbnails are cached. */
  readonly folder: string
  /** Requests a thumbnail; the answer comes through `drawn`. */
  readonly draw: (image: ImageToDraw) => void
  /** Receives errors of the cache: a list without thumbnails should interrupt nobody. */
  readonly note: (message: string) => void
  readonly maxKept?: number
  /** How long drawing may take before the image itself is used. */
  readonly timeoutMs?: number
}

export interface Thumbnails {
  readonly make: MakeThumbnail
  /** Receives the WebP of a requested thumbnail; null if it could not be drawn. */
  readonly drawn: (id: number, bytes: Uint8Array | null) => void
}

const drawable = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/bmp'])
const smallEnough = 16_000
const largest = 40_000_000
const largestThumbnail = 100_000
const drawnAtOnce = 2

/** Thumbnails, each drawn once per version of its file and cached; the oldest are removed first. */
export const createThumbnails = (options: ThumbnailsOptions): Thumbnails => {
  const { folder, draw, note, maxKept = 5_000, timeoutMs = 10_000 } = options
  const making = new Map<string, ReturnType<MakeThumbnail>>()
  const impossible = new Set<string>()
  const pending = new Map<number, (bytes: Uint8Array | null | 'late') => void>()
  const queue: (() => void)[] = []
  let running = 0
  let lastId = 0
  let untilPruned = 0

  const turn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= drawnAtOnce) await new Promise<void>((go) => queue.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift() // takes over this slot
      if (next) next()
      else running -= 1
    }
  }

  const drawing = (bytes: Uint8Array, type: string, width: number): Promise<Uint8Array | null | 'late'> =>
    new Promise((resolve) => {
      const id = ++lastId
      const answer = (drawn: Uint8Array | null | 'late') => {
        clearTimeout(timer)
        pending.delete(id)
        resolve(drawn)
      }
      const timer = setTimeout(() => answer('late'), timeoutMs)
      pending.set(id, answer)
      draw({ id, bytes, type, width })
    })

  const keep = async (path: string, bytes: Uint8Array): Promise<void> => {
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(`${path}.part`, bytes)
      await rename(`${path}.part`, path)
      if (untilPruned-- > 0) return
      untilPruned = Math.ceil(maxKept / 20)
      await prune(folder, maxKept)
    } catch (error) {
      note(`A thumbnail could not be kept: ${messageOf(error)}`)
    }
  }

  const make: MakeThumbnail = async (image, width) => {
    if (!drawable.has(image.type) || image.size <= smallEnough || image.size > largest) return null
    const name = createHash('sha256').update(`${width}\n${image.version}\n${image.path}`).digest('hex')
    if (impossible.has(name)) return null
    const path = join(folder, `${name.slice(0, 40)}.webp`)
    const kept = await webpAt(path, note)
    if (kept) return { bytes: kept, type: 'image/webp' }
    const drawn = await turn(async () => drawing(await image.read(), image.type, width))
    if (drawn === 'late') return null // the page may be less busy at the next request
    if (drawn === null || !isThumbnail(drawn)) {
      impossible.add(name)
      return null
    }
    const bytes = Uint8Array.from(drawn)
    await keep(path, bytes)
    return { bytes, type: 'image/webp' }
  }

  return {
    make: (image, width) => {
      const key = `${width} ${image.version} ${image.path}`
      const known = making.get(key)
      if (known) return known
      const made = make(image, width).finally(() => making.delete(key))
      making.set(key, made)
      return made
    },
    drawn: (id, bytes) => pending.get(id)?.(bytes),
  }
}

const isThumbnail = (bytes: Uint8Array): boolean =>
  bytes.byteLength <= largestThumbnail && imageTypeOfBytes(bytes) === 'image/webp'

// A thumbnail that is missing, outdated or unreadable is drawn again; the log says why it was unreadable.
const webpAt = async (
  path: string,
  note: (message: string) => void,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    const bytes = await readFile(path)
    return isThumbnail(bytes) ? Uint8Array.from(bytes) : null
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') note(`A kept thumbnail could not be read: ${messageOf(error)}`)
    return null
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
