import { joinBytes } from '../base/join-bytes'
import { exifOfOrientation, latin, readExif } from './exif'

/** Chunks that say something about the picture and change nothing of it. */
const dropped = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'dSIG'])

/** A PNG without its texts, times and EXIF but for the orientation; null where it is no sound PNG (W3C PNG, section 5). */
export const pngWithoutMetadata = (bytes: Uint8Array): Uint8Array | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  let orientation = 1
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return null
    const type = latin(bytes, at + 4, 4)
    if (type === 'eXIf') orientation = readExif(bytes.subarray(at + 8, end - 4)).orientation
    if (!dropped.has(type)) parts.push(bytes.subarray(at, end))
    at = end
    if (type !== 'IEND') continue
    if (orientation !== 1) parts.splice(2, 0, chunk('eXIf', exifOfOrientation(orientation)))
    return joinBytes(parts)
  }
  return null
}

/** Whether a PNG has more than one frame: an `acTL` chunk before its pixels (W3C PNG, section 11.3.6.1). */
export const isAnimatedPng = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = latin(bytes, at + 4, 4)
    if (type === 'acTL') return view.getUint32(at + 8) > 1
    if (type === 'IDAT') return false
  }
  return false
}

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const named = joinBytes([Uint8Array.from(type, (sign) => sign.charCodeAt(0)), data])
  return joinBytes([uint32(data.length), named, uint32(crc32(named))])
}

const uint32 = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
