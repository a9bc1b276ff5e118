import { createHash } from 'node:crypto'
import type { ImageFile, MakeThumbnail, Thumbnail } from '../asset-response'
import type { Drawn } from './draw-thumbnail'
import type { ImageToDraw } from './drawing-messages'
import { isThumbnail, keptThumbnails } from './kept-thumbnails'

export interface ThumbnailsOptions {
  /** Where thumbnails are cached. */
  readonly folder: string
  readonly draw: (image: ImageToDraw) => Promise<Drawn>
  /** Receives errors of the cache: a list without thumbnails should interrupt nobody. */
  readonly note: (message: string) => void
  readonly maxKept?: number
  /** How many may wait to be drawn. */
  readonly maxWaiting?: number
}

const drawable = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'])
/** An image that cannot be drawn small is shown as it is up to this many bytes. */
const largestAsItIs = 5_000_000
const largest = 60_000_000
const maxImpossible = 10_000

/**
 * Thumbnails, each drawn once per version of its file and cached. One is drawn at a time, the newest request first, as it
 * is what is in sight; when too many wait, the oldest are turned away.
 */
export const createThumbnails = (options: ThumbnailsOptions): MakeThumbnail => {
  const { draw, maxKept = 8_000, maxWaiting = 100 } = options
  const kept = keptThumbnails(options.folder, maxKept, options.note)
  const making = new Map<string, Promise<Thumbnail>>()
  const impossible = new Map<string, Thumbnail>()
  /** In the order of the requests, which is not that in which the disk answers them. */
  const waiting: { readonly request: number; readonly decide: (isTurn: boolean) => void }[] = []
  let isDrawing = false
  let requests = 0

  /** False if the request was turned away; otherwise `ended` must follow. */
  const turn = async (request: number): Promise<boolean> => {
    if (!isDrawing) {
      isDrawing = true
      return true
    }
    const decided = new Promise<boolean>((decide) => waiting.push({ request, decide }))
    waiting.sort((one, other) => one.request - other.request)
    if (waiting.length > maxWaiting) waiting.shift()?.decide(false)
    return decided
  }
  const ended = () => {
    const next = waiting.pop()
    if (next) next.decide(true)
    else isDrawing = false
  }

  const drawNew = async (
    image: ImageFile,
    width: number,
    name: string,
    request: number,
  ): Promise<Thumbnail> => {
    if (!(await turn(request))) return { kind: 'later' }
    try {
      const drawn = await draw({ path: image.path, width })
      if (typeof drawn !== 'string' && isThumbnail(drawn)) {
        const bytes = Uint8Array.from(drawn)
        await kept.write(name, bytes)
        return { kind: 'drawn', bytes, type: 'image/webp' }
      }
      const instead: Thumbnail = drawn === 'too-large' ? { kind: 'too-large' } : asItIs(image)
      if (impossible.size >= maxImpossible) impossible.clear()
      impossible.set(name, instead)
      return instead
    } finally {
      ended()
    }
  }

  const make = async (image: ImageFile, width: number, name: string): Promise<Thumbnail> => {
    const request = requests++
    const bytes = await kept.read(name)
    return bytes ? { kind: 'drawn', bytes, type: 'image/webp' } : drawNew(image, width, name, request)
  }

  return async (image, width) => {
    if (!drawable.has(image.type)) return asItIs(image)
    if (image.size > largest) return { kind: 'too-large' }
    const key = `${width}\n${image.version}\n${image.path}`
    const name = createHash('sha256').update(key).digest('hex').slice(0, 40)
    const known = impossible.get(name) ?? making.get(name)
    if (known) return known
    const made = make(image, width, name).finally(() => making.delete(name))
    making.set(name, made)
    return made
  }
}

const asItIs = ({ size }: ImageFile): Thumbnail => ({ kind: size > largestAsItIs ? 'too-large' : 'as-it-is' })
