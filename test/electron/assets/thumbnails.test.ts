import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImageFile } from '../../../electron/assets/asset-response'
import { createThumbnails, type ImageToDraw, type Thumbnails } from '../../../electron/assets/thumbnails'
import { withTempFolder } from '../../support/temp-folder'

const temp = withTempFolder()
const webp = new TextEncoder().encode('RIFF....WEBPVP8 pixels')
const image = (more: Partial<ImageFile> = {}): ImageFile => ({
  path: '/site/x.jpg',
  version: '1',
  size: 3_000_000,
  type: 'image/jpeg',
  read: async () => new Uint8Array([7]),
  ...more,
})

/** Thumbnails drawn by `draw`; whatever is asked for is listed. */
const thumbnailsBy = (
  draw: (image: ImageToDraw, made: Thumbnails) => void,
  more: { maxKept?: number; timeoutMs?: number; folder?: string } = {},
) => {
  const asked: ImageToDraw[] = []
  const notes: string[] = []
  const made = createThumbnails({
    folder: join(temp(), 'thumbnails'),
    draw: (wanted) => {
      asked.push(wanted)
      draw(wanted, made)
    },
    note: (message) => notes.push(message),
    ...more,
  })
  return { ...made, asked, notes }
}
const atOnce = (wanted: ImageToDraw, made: Thumbnails) => made.drawn(wanted.id, webp)

test('an image is drawn once, however often it is asked for, and by the next start too', async () => {
  const first = thumbnailsBy(atOnce)
  const both = await Promise.all([first.make(image(), 88), first.make(image(), 88)])
  expect(both.map((made) => made?.bytes)).toEqual([webp, webp])
  expect(await first.make(image(), 88)).toEqual({ bytes: webp, type: 'image/webp' })
  expect(first.asked).toEqual([{ id: 1, bytes: new Uint8Array([7]), type: 'image/jpeg', width: 88 }])
  const second = thumbnailsBy(atOnce)
  expect((await second.make(image(), 88))?.bytes).toEqual(webp)
  expect(second.asked).toEqual([])
})

test('a file that changed, another file and another width are drawn anew', async () => {
  const { make, asked } = thumbnailsBy(atOnce)
  await make(image(), 88)
  await make(image({ version: '2' }), 88)
  await make(image({ path: '/site/y.jpg' }), 88)
  await make(image(), 44)
  expect(asked).toHaveLength(4)
})

test('drawings, pages and files that gain nothing are left as they are', async () => {
  const { make, asked } = thumbnailsBy(atOnce)
  expect(await make(image({ type: 'image/svg+xml' }), 88)).toBeNull()
  expect(await make(image({ type: 'image/x-icon' }), 88)).toBeNull()
  expect(await make(image({ size: 9_000 }), 88)).toBeNull()
  expect(await make(image({ size: 90_000_000 }), 88)).toBeNull()
  expect(asked).toEqual([])
})

test.each([
  ['nothing', null],
  ['something else', new TextEncoder().encode('<svg onload="alert(1)">')],
  ['far too much', new Uint8Array([...webp, ...new Uint8Array(200_000)])],
])('%s for an answer leaves the image as it is, and is not asked for again', async (_what, answer) => {
  const { make, asked } = thumbnailsBy((wanted, made) => made.drawn(wanted.id, answer))
  expect(await make(image(), 88)).toBeNull()
  expect(await make(image(), 88)).toBeNull()
  expect(asked).toHaveLength(1)
})

test('no answer leaves the image as it is, until it is asked for again', async () => {
  let silent = true
  const { make } = thumbnailsBy((wanted, made) => silent || made.drawn(wanted.id, webp), { timeoutMs: 20 })
  expect(await make(image(), 88)).toBeNull()
  silent = false
  expect((await make(image(), 88))?.bytes).toEqual(webp)
})

test('an answer nobody asked for is not kept', async () => {
  const { drawn } = thumbnailsBy(atOnce)
  drawn(12, webp)
  await expect(readdir(join(temp(), 'thumbnails'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('few are drawn at a time', async () => {
  const waiting: (() => void)[] = []
  let most = 0
  const { make } = thumbnailsBy((wanted, made) => {
    most = Math.max(
      most,
      waiting.push(() => made.drawn(wanted.id, webp)),
    )
    setTimeout(() => waiting.shift()?.(), 5)
  })
  const all = Array.from({ length: 9 }, (_, index) => make(image({ version: String(index) }), 88))
  expect((await Promise.all(all)).every((made) => made !== null)).toBe(true)
  expect(most).toBe(2)
})

test('what is kept stays within its bound, the oldest goes first', async () => {
  const { make } = thumbnailsBy(atOnce, { maxKept: 20 })
  const folder = join(temp(), 'thumbnails')
  for (let index = 0; index < 60; index += 1) {
    await make(image({ version: String(index) }), 88)
    if (index > 0) continue
    const [oldest = ''] = await readdir(folder)
    await utimes(join(folder, oldest), 1, 1)
  }
  const kept = await readdir(folder)
  expect(kept.length).toBeLessThanOrEqual(22)
  const again = thumbnailsBy(atOnce)
  await again.make(image({ version: '59' }), 88)
  expect(again.asked).toHaveLength(0)
  await again.make(image({ version: '0' }), 88)
  expect(again.asked).toHaveLength(1)
})

test('a kept file that is damaged is drawn again; a folder that cannot be written is told', async () => {
  await thumbnailsBy(atOnce).make(image(), 88)
  const folder = join(temp(), 'thumbnails')
  const [name = ''] = await readdir(folder)
  await writeFile(join(folder, name), '')
  const { make, asked } = thumbnailsBy(atOnce)
  expect((await make(image(), 88))?.bytes).toEqual(webp)
  expect(asked).toHaveLength(1)
  const blocked = thumbnailsBy(atOnce, { folder: join(folder, name) })
  expect((await blocked.make(image(), 88))?.bytes).toEqual(webp)
  expect(blocked.notes).toEqual([
    expect.stringMatching(/could not be read/),
    expect.stringMatching(/could not be kept/),
  ])
})
