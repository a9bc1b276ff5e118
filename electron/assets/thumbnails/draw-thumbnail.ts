import { loadSharp, maxPixels } from '../pixels/load-sharp'

/** A WebP; or why there is none: the image claims too many pixels, or cannot be decoded. */
export type Drawn = Uint8Array | 'too-large' | 'not-decoded'

const widest = 4 // times the width of the box: a panorama is cropped
const squareUpTo = 100
const heightFor = (width: number): number => (width <= squareUpTo ? width : Math.round(width * 0.6))

/**
 * Draws the first frame of an image upright, so that it covers a box of `width` pixels; never larger than the image. The
 * box of a list is a square, the larger one of a grid is as high as 3/5 of its width.
 * A truncated image is drawn as far as it goes.
 */
export const drawThumbnail = async (bytes: Uint8Array, width: number): Promise<Drawn> => {
  const sharp = await loadSharp()
  try {
    const {
      width: across,
      height: down,
      autoOrient,
    } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (across * down > maxPixels) return 'too-large'
    const { width: wide, height: high } = autoOrient
    const scale = Math.min(1, Math.max(width / wide, heightFor(width) / high))
    const most = Math.ceil((width * widest) / scale)
    const image = sharp(bytes, {
      limitInputPixels: maxPixels,
      failOn: 'none',
      sequentialRead: true,
    }).autoOrient()
    if (wide > most || high > most)
      image.extract({
        left: Math.max(0, Math.floor((wide - most) / 2)),
        top: Math.max(0, Math.floor((high - most) / 2)),
        width: Math.min(wide, most),
        height: Math.min(high, most),
      })
    const size = (side: number) => Math.max(1, Math.round(Math.min(side, most) * scale))
    const made = await image
      .resize(size(wide), size(high), { fit: 'fill', fastShrinkOnLoad: true })
      .webp({ quality: 78, effort: 2 })
      .toBuffer()
    return new Uint8Array(made) // a copy: WebAssembly gives its own memory, which cannot be sent
  } catch (error) {
    if (error instanceof Error) return 'not-decoded' // damaged, or not the type its name says
    throw error
  }
}
