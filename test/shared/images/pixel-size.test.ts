import { expect, test } from 'vitest'
import { loadSharp } from '../../../electron/assets/pixels/load-sharp'
import { pixelSizeOf } from '../../../shared/images/pixel-size'
import { makePng } from '../../support/make-png'
import { photo } from '../../support/photos'

const sharp = await loadSharp()
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 40, b: 90, alpha: 0.5 } } })

/** The size as libvips reads it, turned as the photo is shown. */
const bySharp = async (bytes: Uint8Array) => {
  const { autoOrient } = await sharp(bytes).metadata()
  return [autoOrient.width, autoOrient.height]
}

test.each([
  ['PNG', () => plain(301, 17).png().toBuffer()],
  ['PNG, interlaced', () => plain(301, 17).png({ progressive: true }).toBuffer()],
  ['GIF', () => plain(301, 17).gif().toBuffer()],
  ['WebP', () => plain(301, 17).removeAlpha().webp().toBuffer()],
  ['WebP, lossless', () => plain(301, 17).webp({ lossless: true }).toBuffer()],
  ['WebP with transparency', () => plain(301, 17).webp().toBuffer()],
  ['JPEG', () => plain(301, 17).jpeg().toBuffer()],
  ['JPEG, progressive', () => plain(301, 17).jpeg({ progressive: true }).toBuffer()],
  ['JPEG with EXIF', () => photo()],
  ['JPEG, turned', () => photo({ isTurned: true })],
  ['JPEG with a colour profile', () => photo({ profile: 'p3' })],
  ['GIF, largest', () => plain(16_000, 1).gif().toBuffer()],
  ['WebP, largest', () => plain(16_383, 1).webp().toBuffer()],
])('%s: the size is the one that libvips reads', async (_what, make) => {
  const bytes = new Uint8Array(await make())
  expect(pixelSizeOf(bytes)).toEqual(await bySharp(bytes))
})

test.each(['png', 'webp'] as const)('a %s with EXIF is left to the decoder', async (format) => {
  expect(pixelSizeOf(await photo({ format, isTurned: true }))).toBeNull()
})

test('what is no image, cut off, or of no size is unknown', async () => {
  const jpeg = await photo()
  const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0)
  const empty = Buffer.from(makePng(9, 9, [0, 0, 0]))
  empty.writeUInt32BE(0, 16)
  const others = [
    new Uint8Array(),
    new Uint8Array(40),
    jpeg.subarray(0, frame),
    empty,
    await photo({ format: 'avif' }),
  ]
  expect(others.map(pixelSizeOf)).toEqual(others.map(() => null))
})
