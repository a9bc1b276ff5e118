import { joinBytes } from '../base/join-bytes'
import { exifOfOrientation, latin, readExif } from './exif'

const [exifFlag, xmpFlag] = [0x08, 0x04]

/** A WebP without XMP, and of its EXIF with the orientation only; null where it is no sound WebP (RFC 9649, section 2). */
export const webpWithoutMetadata = (bytes: Uint8Array): Uint8Array | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 20) return null
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true))
  const parts: Uint8Array[] = []
  let orientation = 1
  let extended: Uint8Array | null = null
  for (let at = 12; at + 8 <= whole; ) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size & 1)
    if (at + 8 + size > whole) return null
    const type = latin(bytes, at, 4)
    const part = bytes.slice(at, Math.min(end, whole))
    if (type === 'VP8X') extended = part
    if (type === 'EXIF') orientation = readExif(part.subarray(8, 8 + size)).orientation
    else if (type !== 'XMP ') parts.push(part)
    at = end
  }
  const isTurned = extended !== null && orientation !== 1
  if (extended) extended[8] = ((extended[8] ?? 0) & ~(exifFlag | xmpFlag)) | (isTurned ? exifFlag : 0)
  if (isTurned) parts.push(chunk('EXIF', exifOfOrientation(orientation)))
  return parts.length === 0 ? null : chunk('RIFF', joinBytes([text('WEBP'), ...parts]))
}

const text = (signs: string): Uint8Array => Uint8Array.from(signs, (sign) => sign.charCodeAt(0))

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const { length } = data
  const size = Uint8Array.of(length & 0xff, (length >>> 8) & 0xff, (length >>> 16) & 0xff, length >>> 24)
  return joinBytes([text(type), size, data, new Uint8Array(length & 1)])
}
