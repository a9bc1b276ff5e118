import { latin, readExif } from './exif'

/** Width and height in pixels as the image is shown. */
type PixelSize = readonly [width: number, height: number]

/**
 * The size of a PNG, GIF, WebP or JPEG by its first bytes; null for another type, an unusual form, or where they do not
 * reach far enough.
 */
export const pixelSizeOf = (start: Uint8Array): PixelSize | null => {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength)
  if (start.length < 30) return null
  if (latin(start, 0, 8) === '\x89PNG\r\n\x1a\n' && latin(start, 12, 4) === 'IHDR')
    return isPlainPng(start, view) ? known(view.getUint32(16), view.getUint32(20)) : null
  if (/^GIF8[79]a/.test(latin(start, 0, 6))) return known(view.getUint16(6, true), view.getUint16(8, true))
  if (latin(start, 0, 4) === 'RIFF' && latin(start, 8, 4) === 'WEBP') return webpSize(start, view)
  return start[0] === 0xff && start[1] === 0xd8 ? jpegSize(start, view) : null
}

const known = (width: number, height: number): PixelSize | null =>
  width > 0 && height > 0 ? [width, height] : null

/** Whether no EXIF, which may turn the image, stands before the pixels (PNG, third edition, section 5). */
const isPlainPng = (start: Uint8Array, view: DataView): boolean => {
  let at = 8
  while (at + 8 <= start.length) {
    const type = latin(start, at + 4, 4)
    if (type === 'IDAT') return true
    if (type === 'eXIf') return false
    at += 12 + view.getUint32(at)
  }
  return false
}

/** RFC 9649: the size of the canvas, or of the one frame. One with EXIF may be turned. */
const webpSize = (start: Uint8Array, view: DataView): PixelSize | null => {
  switch (latin(start, 12, 4)) {
    case 'VP8X': {
      const exif = 0x08
      if (((start[20] ?? 0) & exif) !== 0) return null
      return known(1 + uint24(view, 24), 1 + uint24(view, 27))
    }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return start[20] === 0x2f ? known((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1) : null
    }
    case 'VP8 ':
      return known(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    default:
      return null
  }
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

/** ITU T.81, annex B: the size is in the frame header; EXIF before it says whether the photo is turned. */
const jpegSize = (start: Uint8Array, view: DataView): PixelSize | null => {
  let orientation = 1
  let at = 2
  while (at + 9 <= start.length && start[at] === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // a fill byte
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return orientation >= 5 ? known(height, width) : known(width, height)
    }
    const end = at + 2 + length
    if (marker === 0xe1 && latin(start, at + 4, 6) === 'Exif\0\0') {
      if (end > start.length) return null
      orientation = readExif(start.subarray(at + 4, end)).orientation
    }
    at = end
  }
  return null
}
