/** What an EXIF block says that matters for a page. */
export interface ExifFacts {
  /** 1 to 8, as TIFF numbers them; 1 is upright. */
  readonly orientation: number
  /** Whether it says where the photo was taken. */
  readonly hasPlace: boolean
}

const orientationTag = 0x0112
const gpsTag = 0x8825
const maxEntries = 512

/** Reads the first directory of an EXIF block, with or without its `Exif` mark (TIFF 6.0, section 2). */
export const readExif = (block: Uint8Array): ExifFacts => {
  const marked = latin(block, 0, 6) === 'Exif\0\0'
  const tiff = marked ? block.subarray(6) : block
  const order = latin(tiff, 0, 2)
  const unknown: ExifFacts = { orientation: 1, hasPlace: false }
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return unknown
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = order === 'II'
  const start = view.getUint32(4, little)
  if (start + 2 > tiff.length) return unknown
  let [orientation, hasPlace] = [1, false]
  const count = Math.min(view.getUint16(start, little), maxEntries)
  for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= tiff.length; at += 12) {
    const tag = view.getUint16(at, little)
    if (tag === gpsTag) hasPlace = true
    if (tag !== orientationTag) continue
    const value = view.getUint16(at + 8, little)
    if (value >= 1 && value <= 8) orientation = value
  }
  return { orientation, hasPlace }
}

/** An EXIF block, without its mark, that says how a photo is to be turned and nothing else. */
export const exifOfOrientation = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08], // big endian, the directory at 8
    ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  )

/** Bytes as one sign each. */
export const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))
