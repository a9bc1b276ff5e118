import { AppError } from '../../../shared/app-error'
import type { ImageChoices, ImageFacts } from '../../../shared/images/image-choices'
import { withoutMetadata } from '../../../shared/images/without-metadata'
import { t } from '../../../shared/texts/translate'
import { loadSharp, maxPixels } from './load-sharp'
import { lookAtImage, told } from './look-at-image'

/** An image ready to be stored. */
export interface MadeImage {
  readonly bytes: Uint8Array
  readonly type: string
  readonly width: number
  readonly height: number
}

const formats = { webp: 'image/webp', avif: 'image/avif' } as const
/** The largest width and height of WebP (RFC 9649). */
const longestWebp = 16_383
/** An AVIF encoder holds several copies of the image in memory. */
const maxAvifPixels = 60_000_000

/**
 * Resizes and converts an image as chosen. If neither size nor format changes, the pixels keep their bytes and only
 * metadata is removed. Orientation and color profile are kept either way. Throws an AppError.
 */
export const makeImage = async (
  name: string,
  bytes: Uint8Array,
  choices: ImageChoices,
): Promise<MadeImage> => {
  const facts = await lookAtImage(name, bytes)
  const { type, width, height } = facts
  const asItIs = { bytes, type, width, height }
  const target = choices.format === 'keep' ? type : formats[choices.format]
  const isSmaller = choices.width !== null && choices.width < width
  if (facts.canChange && (isSmaller || target !== type)) return encoded(name, bytes, target, choices, facts)
  if (choices.metadata === 'keep' || !facts.hasMetadata) return asItIs
  const clean = withoutMetadata(bytes, type)
  if (clean !== null) return { ...asItIs, bytes: clean }
  return facts.canChange ? encoded(name, bytes, type, choices, facts) : asItIs
}

const encoded = async (
  name: string,
  bytes: Uint8Array,
  target: string,
  { width, metadata }: ImageChoices,
  facts: ImageFacts,
): Promise<MadeImage> => {
  const shown = Math.min(width ?? facts.width, facts.width)
  const high = Math.round((facts.height * shown) / facts.width)
  if (target === 'image/webp' && Math.max(shown, high) > longestWebp)
    throw tooLarge(name, 'WebP', t('images.smallerWidth'))
  if (target === 'image/avif' && shown * high > maxAvifPixels)
    throw tooLarge(name, 'AVIF', t('images.smallerWidth'))
  const sharp = await loadSharp()
  try {
    const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: shown, withoutEnlargement: true })
    if (metadata === 'keep') picture.keepMetadata()
    else picture.keepIccProfile()
    switch (target) {
      case 'image/webp':
        picture.webp({ quality: 82, smartSubsample: true })
        break
      case 'image/avif':
        picture.avif({ quality: 60, effort: 2 })
        break
      case 'image/jpeg':
        picture.jpeg({ quality: 84, mozjpeg: true })
        break
      default:
        picture.png({ compressionLevel: 9 })
    }
    const { data, info } = await picture.toBuffer({ resolveWithObject: true })
    return { bytes: new Uint8Array(data), type: target, width: info.width, height: info.height }
  } catch (error) {
    throw told(name, error)
  }
}

const tooLarge = (name: string, format: string, advice: string): AppError =>
  new AppError('too-large', t('images.tooLargeFor', { image: name || t('images.theImage'), format, advice }))
