import { gifWithoutMetadata } from './gif-metadata'
import { jpegWithoutMetadata } from './jpeg-metadata'
import { pngWithoutMetadata } from './png-metadata'
import { webpWithoutMetadata } from './webp-metadata'

const removers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | null>> = {
  'image/jpeg': jpegWithoutMetadata,
  'image/png': pngWithoutMetadata,
  'image/webp': webpWithoutMetadata,
  'image/gif': gifWithoutMetadata,
}

/**
 * An image of that media type without what it says of camera, place and author, its picture untouched. Null where that
 * cannot be done to the bytes alone.
 */
export const withoutMetadata = (bytes: Uint8Array, type: string): Uint8Array | null =>
  removers[type]?.(bytes) ?? null
