import type { AppErrorKind } from '../../../shared/app-error'
import { imageTypeOf } from '../../../shared/base/image-types'
import type { ImageSize, MeasuredImage } from '../../../shared/images/catalog/image-catalog'
import { pixelSizeOf } from '../../../shared/images/pixel-size'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import { resolveInside } from '../../disk/resolve-inside'
import { type OpenFile, openPlainFile, whenFilesAreFree } from '../open-image'
import { loadSharp } from '../pixels/load-sharp'

interface Known {
  readonly stamp: string
  readonly size: MeasuredImage
}

/** Camera data and a thumbnail stand before the size of a JPEG. */
const startBytes = 128_000
const measured = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/apng'])

const notThere: ReadonlySet<AppErrorKind> = new Set(['not-found', 'outside-folder']) // a link may lead out

/** Reads the sizes of images from their headers; a size is cached until the file changes. */
export class ImageSizes {
  private readonly known = new Map<string, Known>()

  constructor(
    private readonly root: string,
    private readonly openFile?: OpenFile,
  ) {}

  /** In pixels as they are shown, or why the file cannot be read; `stamp` changes with the file. */
  async of(path: string, stamp: string): Promise<MeasuredImage> {
    const known = this.known.get(path)
    if (known?.stamp === stamp) return known.size
    try {
      const size = await whenFilesAreFree(() => this.read(path))
      this.known.set(path, { stamp, size })
      return size
    } catch (error) {
      const told = diskError(error, t('images.couldNotBeRead'))
      if (notThere.has(told.kind)) return null
      return { unreadable: told.message } // not cached: permissions change without the file
    }
  }

  private async read(path: string): Promise<ImageSize> {
    if (!measured.has(imageTypeOf(path) ?? '')) return null
    const real = await resolveInside(this.root, path)
    const file = await openPlainFile(real, this.openFile)
    if (file === null) return null
    let known: ImageSize
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(startBytes), 0, startBytes, 0)
      known = pixelSizeOf(buffer.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
    if (known !== null) return known // without the decoder, which takes much memory
    const sharp = await loadSharp()
    try {
      const { width, height, orientation = 1 } = await sharp(real, { limitInputPixels: false }).metadata()
      return orientation >= 5 ? [height, width] : [width, height]
    } catch (error) {
      if (error instanceof Error) return null // damaged, or not the type its name says
      throw error
    }
  }
}
