import { imageTypeOf, imageTypeOfBytes } from '../base/image-types'
import { t } from '../texts/translate'
import { latin } from './exif'

/** Why a file cannot become an image of the site, in words for the writer; null where it can. */
export const refusalOf = (name: string, bytes: Uint8Array): string | null => {
  const called = name || t('images.thisFile')
  const type = imageTypeOfBytes(bytes)
  if (isHeic(bytes)) return t('images.heic', { name: called })
  if (type === null)
    return bytes.length === 0
      ? t('images.empty', { name: called })
      : t('images.notForPages', { name: called })
  const written = imageTypeOf(name)
  if (type === 'image/svg+xml' && written !== null && written !== type)
    return t('images.disguisedSvg', { name: called })
  return null
}

const heicBrands = /^(?:hei[cmsx]|hev[cmsx])$/

/** High Efficiency Image File Format with HEVC (ISO/IEC 23008-12); the same box with AV1 in it is an AVIF. */
const isHeic = (bytes: Uint8Array): boolean => {
  if (latin(bytes, 4, 4) !== 'ftyp') return false
  const size = Math.min(bytes.length, ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0), 256)
  const brands: string[] = []
  for (let at = 8; at + 4 <= size; at += 4) brands.push(latin(bytes, at, 4))
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return false
  return brands.some((brand) => heicBrands.test(brand)) || brands[0] === 'mif1' || brands[0] === 'msf1'
}
