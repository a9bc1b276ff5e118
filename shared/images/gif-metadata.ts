import { joinBytes } from '../base/join-bytes'
import { latin } from './exif'

const keptApplications = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'])

/** A GIF without comments and XMP; null where it is no sound GIF (GIF89a, appendix B). */
export const gifWithoutMetadata = (bytes: Uint8Array): Uint8Array | null => {
  let at = 13 + tableSize(bytes[10] ?? 0)
  const parts: Uint8Array[] = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const start = at
    const kind = bytes[at]
    if (kind === 0x3b) {
      parts.push(bytes.subarray(at, at + 1))
      return joinBytes(parts)
    }
    if (kind === 0x2c) at += 11 + tableSize(bytes[at + 9] ?? 0)
    else if (kind === 0x21) at += 2
    else return null
    at = endOfBlocks(bytes, at)
    if (at > bytes.length) return null
    const label = kind === 0x21 ? bytes[start + 1] : null
    const isDropped = label === 0xfe || (label === 0xff && !keptApplications.has(latin(bytes, start + 3, 11)))
    if (!isDropped) parts.push(bytes.subarray(start, at))
  }
  return null
}

const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

const endOfBlocks = (bytes: Uint8Array, from: number): number => {
  let at = from
  for (let size = bytes[at]; size !== undefined; size = bytes[at]) {
    at += 1 + size
    if (size === 0) return at
  }
  return bytes.length + 1
}
