import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadSharp } from '../../../../electron/assets/pixels/load-sharp'
import { makeImage } from '../../../../electron/assets/pixels/make-image'
import { usualImageChoices } from '../../../../shared/images/image-choices'
import { photo, seen, upright } from '../../../support/photos'

const sharp = await loadSharp()

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const personal = /S-12345|Camera X|Ann\0|GPSL/

describe('what says where and with what a photo was taken is removed, and it looks as before', () => {
  test.each([
    ['jpeg', false],
    ['jpeg', true],
    ['png', false],
    ['png', true],
    ['webp', false],
    ['webp', true],
    ['avif', false],
    ['avif', true],
  ] as const)('%s, turned: %s', async (format, isTurned) => {
    const bytes = await photo({ format, isTurned })
    expect(text(bytes)).toMatch(/S-12345/)
    const made = await makeImage(`a.${format}`, bytes, usualImageChoices)
    expect(text(made.bytes)).not.toMatch(personal)
    expect(await seen(made.bytes)).toEqual({ width: 400, height: 300, colours: upright })
    expect([made.width, made.height]).toEqual([400, 300])
  })

  test.each(['jpeg', 'png', 'webp'] as const)('the picture of a %s keeps its bytes', async (format) => {
    const bytes = await photo({ format, isTurned: true })
    const made = await makeImage(`a.${format}`, bytes, usualImageChoices)
    const pixels = (of: Uint8Array) => sharp(of).raw().toBuffer()
    expect(Buffer.compare(await pixels(made.bytes), await pixels(bytes))).toBe(0)
  })

  test('a colour profile stays', async () => {
    const made = await makeImage('a.jpg', await photo({ profile: 'p3' }), usualImageChoices)
    expect((await sharp(made.bytes).metadata()).icc).toBeDefined()
    expect((await seen(made.bytes)).colours).toEqual(upright)
  })

  test('a photo that says nothing is kept byte for byte', async () => {
    const bytes = new Uint8Array(
      await sharp(await photo())
        .jpeg()
        .toBuffer(),
    )
    expect((await makeImage('a.jpg', bytes, usualImageChoices)).bytes).toBe(bytes)
  })

  test('metadata stays where that is chosen', async () => {
    const bytes = await photo({ isTurned: true })
    expect((await makeImage('a.jpg', bytes, { ...usualImageChoices, metadata: 'keep' })).bytes).toBe(bytes)
    const smaller = await makeImage('a.jpg', bytes, { width: 200, format: 'keep', metadata: 'keep' })
    expect(text(smaller.bytes)).toMatch(/S-12345/)
    expect(await seen(smaller.bytes)).toEqual({ width: 200, height: 150, colours: upright })
  })

  test('a film behind the photo goes too', async () => {
    const bytes = Buffer.concat([await photo(), Buffer.from('ftypmp42 52.5N 13.4E')])
    const made = await makeImage('a.jpg', new Uint8Array(bytes), usualImageChoices)
    expect(text(made.bytes)).not.toMatch(/52\.5N/)
    expect((await seen(made.bytes)).colours).toEqual(upright)
  })
})

describe('a photo is made smaller or another format', () => {
  test.each([
    ['keep', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
  ] as const)('%s', async (format, type) => {
    for (const isTurned of [false, true]) {
      const bytes = await photo({ width: 1200, height: 900, isTurned, profile: 'p3' })
      const made = await makeImage('a.jpg', bytes, { width: 600, format, metadata: 'remove' })
      expect(made).toMatchObject({ type, width: 600, height: 450 })
      expect(text(made.bytes)).not.toMatch(personal)
      expect(await seen(made.bytes)).toEqual({ width: 600, height: 450, colours: upright })
    }
  })

  test('never larger', async () => {
    const made = await makeImage('a.png', await photo({ format: 'png' }), {
      width: 4000,
      format: 'webp',
      metadata: 'remove',
    })
    expect(made).toMatchObject({ width: 400, height: 300 })
  })

  test('a moving image is left as it is', async () => {
    const frames = await Promise.all(
      [photo(), photo({ isTurned: true })].map(
        async (one) =>
          await sharp(await one)
            .resize(40, 30)
            .png()
            .toBuffer(),
      ),
    )
    const bytes = new Uint8Array(
      await sharp(frames, { join: { animated: true } })
        .webp({ loop: 0 })
        .toBuffer(),
    )
    const made = await makeImage('a.webp', bytes, { width: 20, format: 'avif', metadata: 'remove' })
    expect(made.bytes).toBe(bytes)
  })
})

describe('kinds that are easily taken for another', () => {
  const red = { create: { width: 200, height: 100, channels: 3, background: '#c81e1e' } } as const
  const smaller = { ...usualImageChoices, width: 100 }
  const bytesOf = async (made: { toBuffer: () => Promise<Buffer> }) => new Uint8Array(await made.toBuffer())

  test('an animated PNG keeps its frames', async () => {
    const plain = Buffer.from(await sharp(red).png().toBuffer())
    const control = Buffer.from([0, 0, 0, 8, ...Buffer.from('acTL'), 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])
    control.writeUInt32BE(crc32(control.subarray(4, 16)), 16)
    const bytes = new Uint8Array(Buffer.concat([plain.subarray(0, 33), control, plain.subarray(33)]))
    const made = await makeImage('a.png', bytes, { ...smaller, format: 'webp' })
    expect(made).toMatchObject({ type: 'image/png', width: 200 })
    expect(made.bytes).toEqual(bytes)
    expect(await makeImage('a.png', new Uint8Array(plain), smaller)).toMatchObject({ width: 100 })
  })

  test.each(['webp', 'keep', 'avif'] as const)('a CMYK photo becomes one for screens: %s', async (format) => {
    const bytes = await bytesOf(sharp(red).toColourspace('cmyk').jpeg())
    const made = await makeImage('a.jpg', bytes, { ...smaller, format })
    expect((await sharp(made.bytes).metadata()).space).toBe('srgb')
    const [r = 0, g = 0, b = 0] = await sharp(made.bytes).raw().toBuffer()
    expect([r > 150, g < 70, b < 70]).toEqual([true, true, true])
  })

  test('a progressive photo stays one, and 16 bits a channel are read', async () => {
    const progressive = await bytesOf(
      sharp(red)
        .jpeg({ progressive: true })
        .withExif({ IFD0: { Model: 'Camera X' } }),
    )
    const made = await makeImage('a.jpg', progressive, usualImageChoices)
    expect(text(made.bytes)).not.toMatch(personal)
    expect((await sharp(made.bytes).metadata()).isProgressive).toBe(true)
    const deep = await bytesOf(sharp(red).toColourspace('rgb16').png())
    expect(await makeImage('a.png', deep, smaller)).toMatchObject({ width: 100, height: 50 })
  })

  test('what stands behind the end of a photo goes with its metadata', async () => {
    const photo = await bytesOf(
      sharp(red)
        .jpeg()
        .withExif({ IFD0: { Model: 'Camera X' } }),
    )
    const archive = Buffer.from('PK\x03\x04<script>alert(1)</script>', 'latin1')
    const made = await makeImage('a.jpg', new Uint8Array(Buffer.concat([photo, archive])), usualImageChoices)
    expect(text(made.bytes)).not.toMatch(/<script>/)
  })
})
