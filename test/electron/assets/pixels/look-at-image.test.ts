import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadSharp } from '../../../../electron/assets/pixels/load-sharp'
import { lookAtImage } from '../../../../electron/assets/pixels/look-at-image'
import { photo } from '../../../support/photos'

const sharp = await loadSharp()

const ascii = (text: string) => new TextEncoder().encode(text)

/** A PNG of one pixel whose header claims another size. */
const claiming = async (width: number, height: number): Promise<Uint8Array> => {
  const png = Buffer.from(
    await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  png.writeUInt32BE(crcOf(png.subarray(12, 29)), 29)
  return new Uint8Array(png)
}

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

test('tells what an image is as it is shown', async () => {
  expect(await lookAtImage('a.jpg', await photo({ isTurned: true }))).toMatchObject({
    type: 'image/jpeg',
    width: 400,
    height: 300,
    hasPlace: true,
    hasMetadata: true,
    isAnimated: false,
    canChange: true,
  })
  const plain = new Uint8Array(
    await sharp(await photo())
      .png()
      .toBuffer(),
  )
  expect(await lookAtImage('a.png', plain)).toMatchObject({ hasPlace: false, hasMetadata: false })
  const svg = ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(await lookAtImage('a.svg', svg)).toMatchObject({ type: 'image/svg+xml', canChange: false })
})

describe('what is no image, or none that can be held, is refused and named', () => {
  test.each([
    [
      'an SVG named .png',
      'a.png',
      ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      /SVG drawing/,
    ],
    ['an SVG named .jpeg', 'a.jpeg', ascii('<?xml version="1.0"?><svg width="1"/>'), /SVG drawing/],
    ['HTML named .png', 'a.png', ascii('<!doctype html><script>1</script>'), /not an image/],
    ['HTML named .svg', 'a.svg', ascii('<html><svg></svg></html>'), /not an image/],
    ['nothing', 'a.png', new Uint8Array(), /empty/],
    ['HEIC', 'IMG_1.HEIC', ascii('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), /HEIC.*JPEG/],
    ['HEIC named .jpg', 'IMG_1.jpg', ascii('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'), /HEIC.*JPEG/],
    ['a PDF named .png', 'a.png', ascii('%PDF-1.7'), /not an image/],
  ])('%s', async (_, name, bytes, message) => {
    await expect(lookAtImage(name, bytes)).rejects.toMatchObject({ message: expect.stringMatching(message) })
  })

  test.each([
    [60_000, 60_000],
    [2_000_000, 200],
    [20_000, 12_000],
  ])('one pixel that claims %i × %i', async (width, height) => {
    const bytes = await claiming(width, height)
    const before = process.memoryUsage().rss
    await expect(lookAtImage('a.png', bytes)).rejects.toMatchObject({ kind: 'too-large' })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  test('one pixel that claims 8,000 × 8,000 is incomplete', async () => {
    await expect(lookAtImage('a.png', await claiming(8000, 8000))).rejects.toMatchObject({
      message: expect.stringMatching(/damaged or incomplete/),
    })
  })

  test('a bomb of zeros is decoded in small', async () => {
    const rows = deflateSync(Buffer.alloc((7_000 * 3 + 1) * 7_000)) // 147 MB of pixels in 0.15 MB
    const chunk = (type: string, data: Buffer) => {
      const named = Buffer.concat([Buffer.from(type), data])
      const [size, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
      size.writeUInt32BE(data.length)
      crc.writeUInt32BE(crcOf(named))
      return Buffer.concat([size, named, crc])
    }
    const head = Buffer.alloc(13)
    head.writeUInt32BE(7_000, 0)
    head.writeUInt32BE(7_000, 4)
    head.set([8, 2, 0, 0, 0], 8)
    const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
    const png = Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', rows),
      chunk('IEND', Buffer.alloc(0)),
    ])
    const before = process.memoryUsage().rss
    expect(await lookAtImage('a.png', new Uint8Array(png))).toMatchObject({ width: 7_000 })
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000)
  }, 60_000)

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s that is cut off', async (format) => {
    const bytes = await photo({ format })
    for (const part of [0.3, 0.6, 0.95])
      await expect(
        lookAtImage(`a.${format}`, bytes.subarray(0, Math.floor(bytes.length * part))),
      ).rejects.toMatchObject({
        message: expect.stringMatching(/damaged or incomplete/),
      })
  })
})
