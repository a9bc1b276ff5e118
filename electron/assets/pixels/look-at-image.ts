import { AppError } from '../../../shared/app-error'
import { imageTypeOfBytes } from '../../../shared/base/image-types'
import { readExif } from '../../../shared/images/exif'
import type { ImageFacts } from '../../../shared/images/image-choices'
import { isAnimatedPng } from '../../../shared/images/png-metadata'
import { refusalOf } from '../../../shared/images/refusal'
import { t } from '../../../shared/texts/translate'
import { loadSharp, maxPixels } from './load-sharp'

/** Types that are decoded; others are kept as they are. */
const decoded = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'])

/**
 * Facts about an image, after decoding it once at a small size. Throws an AppError if it is not an image, is damaged or
 * truncated, or claims too many pixels.
 */
export const lookAtImage = async (name: string, bytes: Uint8Array): Promise<ImageFacts> => {
  const refusal = refusalOf(name, bytes)
  const type = imageTypeOfBytes(bytes)
  if (refusal !== null || type === null)
    throw new AppError('bad-name', refusal ?? t('images.notImage', { image: name }))
  const facts = { type, bytes: bytes.byteLength }
  const plain = {
    width: 0,
    height: 0,
    isAnimated: false,
    hasPlace: false,
    hasMetadata: false,
    canChange: false,
  }
  if (!decoded.has(type)) return { ...facts, ...plain }
  const sharp = await loadSharp()
  try {
    const {
      width,
      height,
      pages,
      exif,
      xmp,
      iptc,
      comments,
      orientation = 1,
    } = await sharp(bytes, {
      limitInputPixels: false, // only the head is read here
    }).metadata()
    if (width * height > maxPixels) throw tooManyPixels(name, width, height)
    await checkPicture(bytes)
    const isAnimated = (pages ?? 1) > 1 || (type === 'image/png' && isAnimatedPng(bytes))
    const saysPlace = exif !== undefined && readExif(exif).hasPlace
    const isTurned = orientation >= 5
    return {
      ...facts,
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      isAnimated,
      hasPlace: saysPlace || /exif:GPS/i.test(xmp?.toString('latin1') ?? ''),
      hasMetadata: [exif, xmp, iptc, comments].some((part) => part !== undefined && part.length > 0),
      canChange: !isAnimated && type !== 'image/gif',
    }
  } catch (error) {
    throw told(name, error)
  }
}

/** Decodes the whole image into a few pixels, which finds damage and truncation with little memory. */
const checkPicture = async (bytes: Uint8Array): Promise<void> => {
  const sharp = await loadSharp()
  await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true })
    .resize(16, 16, { fit: 'fill', fastShrinkOnLoad: true })
    .raw()
    .toBuffer()
}

const tooManyPixels = (name: string, width: number, height: number): AppError =>
  new AppError('too-large', t('images.tooManyPixels', { image: name || t('images.theImage'), width, height }))

/** The decoder's error as a message for the user. */
export const told = (name: string, error: unknown): AppError =>
  error instanceof AppError
    ? error
    : new AppError('bad-name', t('images.damaged', { image: name || t('images.theImage') }))
