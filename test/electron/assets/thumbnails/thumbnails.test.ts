import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImageFile } from '../../../../electron/assets/asset-response'
import type { Drawn } from '../../../../electron/assets/thumbnails/draw-thumbnail'
import type { ImageToDraw } from '../../../../electron/assets/thumbnails/drawing-messages'
import { createThumbnails } from '../../../../electron/assets/thumbnails/thumbnails'
import { withTempFolder } from '../../../support/temp-folder'

const temp = withTempFolder()
const webp = new TextEncoder().encode('RIFF....WEBPVP8 pixels')
const drawnWebp = { kind: 'drawn', bytes: webp, type: 'image/webp' }
const image = (more: Partial<ImageFile> = {}): ImageFile => ({
  path: '/site/x.jpg',
  version: '1',
  size: 3_000_000,
  type: 'image/jpeg',
  ...more,
})

/** Thumbnails drawn by `draw`; every request is recorded. */
const thumbnailsBy = (
  draw: (image: ImageToDraw) => Promise<Drawn> | Drawn = () => webp,
  more: { maxKept?: number; maxWaiting?: number; folder?: string } = {},
) => {
  const asked: ImageToDraw[] = []
  const notes: string[] = []
  const make = createThumbnails({
    folder: join(temp(), 'thumbnails'),
    draw: async (wanted) => {
      asked.push(wanted)
      return draw(wanted)
    },
    note: (message) => notes.push(message),
    ...more,
  })
  return { make, asked, notes }
}

test('an image is drawn once, however often it is asked for, and by the next start too', async () => {
  const first = thumbnailsBy()
  const both = await Promise.all([first.make(image(), 88), first.make(image(), 88)])
  expect(both).toEqual([drawnWebp, drawnWebp])
  expect(await first.make(image(), 88)).toEqual(drawnWebp)
  expect(first.asked).toEqual([{ path: '/site/x.jpg', width: 88 }])
  const second = thumbnailsBy()
  expect(await second.make(image(), 88)).toEqual(drawnWebp)
  expect(second.asked).toEqual([])
})

test('a file that changed, another file and another width are drawn anew', async () => {
  const { make, asked } = thumbnailsBy()
  await make(image(), 88)
  await make(image({ version: '2' }), 88)
  await make(image({ path: '/site/y.jpg' }), 88)
  await make(image(), 44)
  expect(asked).toHaveLength(4)
})

test.each([
  ['image/svg+xml', 9_000, 'as-it-is'],
  ['image/x-icon', 90_000, 'as-it-is'],
  ['image/bmp', 4_000_000, 'as-it-is'],
  ['image/bmp', 40_000_000, 'too-large'],
  ['image/svg+xml', 6_000_000, 'too-large'],
  ['image/jpeg', 90_000_000, 'too-large'],
])('%s of %i bytes is not drawn: %s', async (type, size, kind) => {
  const { make, asked } = thumbnailsBy()
  expect(await make(image({ type, size }), 88)).toEqual({ kind })
  expect(asked).toEqual([])
})

test.each<[string, Drawn, number, string]>([
  ['what cannot be decoded', 'not-decoded', 3_000_000, 'as-it-is'],
  ['what cannot be decoded and is large', 'not-decoded', 6_000_000, 'too-large'],
  ['too many pixels', 'too-large', 9_000, 'too-large'],
  ['something else', new TextEncoder().encode('<svg onload="alert(1)">'), 9_000, 'as-it-is'],
  ['far too much', new Uint8Array([...webp, ...new Uint8Array(400_000)]), 9_000, 'as-it-is'],
])('%s gives no thumbnail, and is not tried again', async (_what, answer, size, kind) => {
  const { make, asked } = thumbnailsBy(() => answer)
  expect(await make(image({ size }), 88)).toEqual({ kind })
  expect(await make(image({ size }), 88)).toEqual({ kind })
  expect(asked).toHaveLength(1)
  await make(image({ size, version: '2' }), 88)
  expect(asked).toHaveLength(2)
})

/** A drawing for each image that ends when the test says so. */
const heldDrawing = () => {
  const finish = new Map<string, () => void>()
  const draw = ({ path }: ImageToDraw) =>
    new Promise<Drawn>((resolve) => finish.set(path, () => resolve(webp)))
  return { draw, end: (path: string) => finish.get(path)?.() }
}

test('one is drawn at a time, and of those that wait the newest; the oldest is turned away', async () => {
  const { draw, end } = heldDrawing()
  const { make, asked } = thumbnailsBy(draw, { maxWaiting: 3 })
  const first = make(image({ path: '/1.png' }), 88)
  await expect.poll(() => asked).toHaveLength(1)
  const others = ['/2.png', '/3.png', '/4.png', '/5.png'].map((path) => make(image({ path }), 88))
  expect(await others[0]).toEqual({ kind: 'later' }) // so all four have come, in whatever order the disk answered
  const order = ['/1.png', '/5.png', '/4.png', '/3.png']
  for (const next of order) {
    await expect.poll(() => asked.at(-1)?.path).toBe(next)
    end(next)
  }
  expect(await Promise.all([first, ...others.slice(1)])).toEqual(order.map(() => drawnWebp))
  expect(asked.map(({ path }) => path)).toEqual(order)
})

test('those that were turned away are drawn when they are asked for again', async () => {
  const { draw, end } = heldDrawing()
  const { make, asked } = thumbnailsBy(draw, { maxWaiting: 1 })
  const first = make(image({ path: '/1.png' }), 88)
  await expect.poll(() => asked).toHaveLength(1)
  const [second, third] = ['/2.png', '/3.png'].map((path) => make(image({ path }), 88))
  expect(await second).toEqual({ kind: 'later' })
  end('/1.png')
  await expect.poll(() => asked).toHaveLength(2)
  end('/3.png')
  expect([await first, await third]).toEqual([drawnWebp, drawnWebp])
  const again = make(image({ path: '/2.png' }), 88)
  await expect.poll(() => asked).toHaveLength(3)
  end('/2.png')
  expect(await again).toEqual(drawnWebp)
})

test('what is kept stays within its bound, the oldest goes first', async () => {
  const { make } = thumbnailsBy(() => webp, { maxKept: 20 })
  const folder = join(temp(), 'thumbnails')
  for (let index = 0; index < 60; index += 1) {
    await make(image({ version: String(index) }), 88)
    if (index > 0) continue
    const [oldest = ''] = await readdir(folder)
    await utimes(join(folder, oldest), 1, 1)
  }
  const kept = await readdir(folder)
  expect(kept.length).toBeLessThanOrEqual(22)
  const again = thumbnailsBy()
  await again.make(image({ version: '59' }), 88)
  expect(again.asked).toHaveLength(0)
  await again.make(image({ version: '0' }), 88)
  expect(again.asked).toHaveLength(1)
})

test('a kept file that is damaged is drawn again; a folder that cannot be written is told', async () => {
  await thumbnailsBy().make(image(), 88)
  const folder = join(temp(), 'thumbnails')
  const [name = ''] = await readdir(folder)
  await writeFile(join(folder, name), '')
  const { make, asked } = thumbnailsBy()
  expect(await make(image(), 88)).toEqual(drawnWebp)
  expect(asked).toHaveLength(1)
  const blocked = thumbnailsBy(() => webp, { folder: join(folder, name) })
  expect(await blocked.make(image(), 88)).toEqual(drawnWebp)
  expect(blocked.notes).toEqual([
    expect.stringMatching(/could not be read/),
    expect.stringMatching(/could not be kept/),
  ])
})
