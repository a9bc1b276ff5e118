import { expect, test } from 'vitest'
import { loadSharp } from '../../../../electron/assets/pixels/load-sharp'
import { drawThumbnail } from '../../../../electron/assets/thumbnails/draw-thumbnail'
import { makePng } from '../../../support/make-png'
import { photo, seen, upright } from '../../../support/photos'

const sharp = await loadSharp()
const drawn = async (bytes: Uint8Array, width = 88) => {
  const made = await drawThumbnail(bytes, width)
  return typeof made === 'string' ? made : sharp(made).metadata()
}

test.each([
  [400, 300, 117, 88],
  [300, 400, 88, 117],
  [1000, 1000, 88, 88],
  [60, 40, 60, 40],
  [3000, 200, 352, 88],
  [200, 3000, 88, 352],
  [1200, 10, 352, 10],
])('%i × %i is drawn as %i × %i', async (width, height, wide, high) => {
  expect(await drawn(makePng(width, height, [30, 90, 160]))).toMatchObject({
    format: 'webp',
    width: wide,
    height: high,
  })
})

test.each([
  [600, 400, 208, 139],
  [400, 600, 208, 312],
  [1600, 400, 500, 125],
  [4000, 200, 833, 125],
])('%i × %i is drawn for a grid as %i × %i', async (width, height, wide, high) => {
  expect(await drawn(makePng(width, height, [30, 90, 160]), 208)).toMatchObject({ width: wide, height: high })
})

test('a photo is drawn upright, without what the camera wrote', async () => {
  const made = await drawThumbnail(await photo({ width: 800, height: 600, isTurned: true }), 416)
  if (typeof made === 'string') throw new Error(made)
  expect(await seen(made)).toEqual({ width: 416, height: 312, colours: upright })
  expect((await sharp(made).metadata()).exif).toBeUndefined()
})

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('%s is drawn', async (format) => {
  expect(await drawn(await photo({ format }))).toMatchObject({ width: 117, height: 88 })
})

test('of an animation the first frame', async () => {
  const frames = await Promise.all(
    ['red', 'green', 'blue'].map((background) =>
      sharp({ create: { width: 200, height: 100, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const animated = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  expect((await sharp(animated).metadata()).pages).toBe(3)
  expect(await drawn(animated)).toMatchObject({ width: 176, height: 88 })
})

test('a truncated photo is drawn as far as it goes', async () => {
  const whole = await photo({ width: 800, height: 600 })
  expect(await drawn(whole.subarray(0, whole.length / 2))).toMatchObject({ width: 117, height: 88 })
})

/** A PNG whose header claims another size. */
const claiming = (width: number, height: number) => {
  const png = Buffer.from(makePng(1, 1, [0, 0, 0]))
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}

test('a head that claims too many pixels is not decoded', async () => {
  expect(['too-large', 'not-decoded']).toContain(await drawn(claiming(60_000, 60_000)))
})

test.each([
  ['nothing', ''],
  ['text', 'no image'],
  ['a page', '<html><body>x</body></html>'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
  ['a PDF', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n'],
  ['a TIFF', 'II*\0\b\0\0\0'],
])('%s is not decoded', async (_what, text) => {
  expect(await drawn(new TextEncoder().encode(text))).toBe('not-decoded')
})

test('a thumbnail can be sent to another process', async () => {
  const made = await drawThumbnail(makePng(400, 300, [30, 90, 160]), 88)
  expect(structuredClone(made)).toEqual(made)
  expect((made as Uint8Array).buffer).toBeInstanceOf(ArrayBuffer)
})
