import { AppError } from '../../../shared/app-error'
import { readExif } from '../../../shared/images/exif'
import type { ImageFacts } from '../../../shared/images/image-choices'
import { refusalOf } from '../../../shared/images/refusal'
import { imageTypeOfBytes } from '../../../shared/site/image-types'
import { t } from '../../../shared/texts/translate'
import { loadSharp, maxPixels } from './load-sharp'

/** What is decoded; the others are kept as they are. */
const decoded = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'])

/**
 * What an image is, after its picture was decoded once in small. Throws an AppError where it is none, is damaged or cut
 * off, or claims more pixels than can be held.
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
    const isAnimated = (pages ?? 1) > 1
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

/** Decodes the whole picture into a few pixels: what is damaged or cut off is found, and memory stays small. */
const checkPicture = async (bytes: Uint8Array): Promise<void> => {
  const sharp = await loadSharp()
  await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true })
    .resize(16, 16, { fit: 'fill', fastShrinkOnLoad: true })
    .raw()
    .toBuffer()
}

const tooManyPixels = (name: string, width: number, height: number): AppError =>
  new AppError('too-large', t('images.tooManyPixels', { image: name || t('images.theImage'), width, height }))

/** What the decoder says, in words for the writer. */
export const told = (name: string, error: unknown): AppError =>
  error instanceof AppError
    ? error
    : new AppError('bad-name', t('images.damaged', { image: name || t('images.theImage') }))
