import { join } from 'node:path'
import type { ImageSize } from '../../../shared/images/catalog/image-catalog'
import { imageTypeOf } from '../../../shared/site/image-types'
import { resolveInside } from '../../disk/resolve-inside'
import { loadSharp } from '../pixels/load-sharp'

interface Known {
  readonly stamp: string
  readonly size: ImageSize
}

const measured = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/apng'])

/** Reads the sizes of images from their headers; a size is cached until the file changes. */
export class ImageSizes {
  private readonly known = new Map<string, Known>()

  constructor(private readonly root: string) {}

  /** In pixels as they are shown; `stamp` changes with the file. */
  async of(path: string, stamp: string): Promise<ImageSize> {
    const known = this.known.get(path)
    if (known?.stamp === stamp) return known.size
    const size = await this.read(path)
    this.known.set(path, { stamp, size })
    return size
  }

  private async read(path: string): Promise<ImageSize> {
    if (!measured.has(imageTypeOf(path) ?? '')) return null
    const real = await resolveInside(this.root, path).catch(() => null) // gone, or a link that leads out
    if (real === null) return null
    const sharp = await loadSharp()
    try {
      const {
        width,
        height,
        orientation = 1,
      } = await sharp(join(real), { limitInputPixels: false }).metadata()
      return orientation >= 5 ? [height, width] : [width, height]
    } catch (error) {
      if (error instanceof Error) return null // damaged, or not the type its name says
      throw error
    }
  }
}
