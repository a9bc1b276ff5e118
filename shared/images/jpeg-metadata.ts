import { joinBytes } from '../base/join-bytes'
import { exifOfOrientation, latin, readExif } from './exif'

/**
 * A JPEG without what it says of camera, place and author, its picture byte for byte as it was. What tells how to show it
 * stays: the orientation, the colour profile, JFIF and Adobe's mark. Null where it is no sound JPEG (ITU T.81, annex B).
 */
export const jpegWithoutMetadata = (bytes: Uint8Array): Uint8Array | null => {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let orientation = 1
  let firstOthers = 1 // where the orientation goes: behind JFIF, which has to come first
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1 // a fill byte
      continue
    }
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (end > bytes.length || end < at + 4) return null
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1 && latin(segment, 4, 6) === 'Exif\0\0')
      orientation = readExif(segment.subarray(4)).orientation
    if (isKept(marker, segment)) {
      parts.push(segment)
      if (marker === 0xe0) firstOthers = parts.length
    }
    at = end
    if (marker !== 0xda) continue
    const scanEnd = endOfScan(bytes, at)
    parts.push(bytes.subarray(at, scanEnd))
    at = scanEnd
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) {
      parts.push(bytes.subarray(at, at + 2)) // what follows is another picture, or a film
      if (orientation !== 1) parts.splice(firstOthers, 0, segmentOfOrientation(orientation))
      return joinBytes(parts)
    }
  }
  return null
}

const isKept = (marker: number, segment: Uint8Array): boolean => {
  if (marker === 0xfe) return false // a comment
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe0) return latin(segment, 4, 5) === 'JFIF\0'
  if (marker === 0xe2) return latin(segment, 4, 12) === 'ICC_PROFILE\0'
  return marker === 0xee
}

/** The place of the marker that ends the entropy-coded data. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

const segmentOfOrientation = (orientation: number): Uint8Array => {
  const exif = exifOfOrientation(orientation)
  const length = 2 + 6 + exif.length
  return joinBytes([
    Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0),
    exif,
  ])
}
