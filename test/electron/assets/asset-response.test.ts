import { createHash, randomBytes } from 'node:crypto'
import { open, symlink, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type AssetResponse,
  type MakeThumbnail,
  respondWithAsset,
} from '../../../electron/assets/asset-response'
import type { OpenFile } from '../../../electron/assets/open-image'
import { detectSite } from '../../../electron/site/detect-site'
import { onePixelPng, withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const siteOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const temp = await tempSite({ 'a.md': '', ...files })
  const site = await detectSite(temp.root)
  const ask = (reference: string, more: { ifNoneMatch?: string; width?: number } = {}) =>
    respondWithAsset({ site, postId: 'a.md', reference, note: expect.unreachable, ...more })
  return { temp, site, ask }
}
const bytesOf = async ({ body }: AssetResponse) =>
  new Uint8Array(await new Response(body as ConstructorParameters<typeof Response>[0]).arrayBuffer())

describe('a small picture', () => {
  const small = { bytes: new Uint8Array([1, 2]), type: 'image/webp' }

  test('stands for the image where its width is asked for, under a name of its own', async () => {
    const { site, ask } = await siteOf({ 'x.png': onePixelPng })
    const asked: unknown[] = []
    const request = { site, postId: 'a.md', reference: 'x.png', width: 88, note: expect.unreachable }
    const thumbnail: MakeThumbnail = async (image, width) => {
      asked.push([image.size, image.type, image.path, width])
      return { kind: 'drawn', ...small }
    }
    const answer = await respondWithAsset({ ...request, thumbnail })
    expect(asked).toEqual([[onePixelPng.byteLength, 'image/png', join(site.root, 'x.png'), 88]])
    expect(answer.headers).toMatchObject({ 'content-type': 'image/webp', 'content-length': '2' })
    const etag = String(answer.headers.etag)
    expect(await respondWithAsset({ ...request, thumbnail, ifNoneMatch: etag })).toMatchObject({
      status: 304,
    })
    expect(await ask('x.png', { ifNoneMatch: etag })).toMatchObject({ status: 200 })
  })

  test('that cannot be made leaves the image, which is asked for again as such', async () => {
    const { site } = await siteOf({ 'x.png': onePixelPng })
    const request = {
      site,
      postId: 'a.md',
      reference: 'x.png',
      width: 88,
      thumbnail: async () => ({ kind: 'as-it-is' as const }),
      note: expect.unreachable,
    }
    const answer = await respondWithAsset(request)
    expect(await bytesOf(answer)).toEqual(new Uint8Array(onePixelPng))
    const ifNoneMatch = String(answer.headers.etag)
    expect(await respondWithAsset({ ...request, ifNoneMatch })).toMatchObject({ status: 304 })
    const made = await respondWithAsset({
      ...request,
      ifNoneMatch,
      thumbnail: async () => ({ kind: 'drawn', ...small }),
    })
    expect(made).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp' } })
  })

  test.each([
    ['too-large', 413],
    ['later', 503],
  ] as const)('that is %s sends nothing of the image', async (kind, status) => {
    const { site } = await siteOf({ 'x.png': onePixelPng })
    const request = { site, postId: 'a.md', reference: 'x.png', width: 88, note: expect.unreachable }
    expect(await respondWithAsset({ ...request, thumbnail: async () => ({ kind }) })).toMatchObject({
      status,
      body: null,
    })
  })
})

describe('an image', () => {
  test('comes whole, with its type and exact length', async () => {
    const { ask } = await siteOf({ 'x.png': onePixelPng })
    const answer = await ask('x.png')
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(onePixelPng.byteLength),
      'x-content-type-options': 'nosniff',
    })
    expect(await bytesOf(answer)).toEqual(new Uint8Array(onePixelPng))
  })

  test('carries nothing of the memory around it', async () => {
    const { ask } = await siteOf({ 'x.png': onePixelPng })
    const { body } = await ask('x.png')
    expect((body as Uint8Array).buffer.byteLength).toBe(onePixelPng.byteLength)
  })

  test('of many megabytes is streamed to the last byte', async () => {
    const bytes = randomBytes(3_000_001)
    const { ask } = await siteOf({ 'x.jpg': bytes })
    const answer = await ask('x.jpg')
    expect(answer.headers['content-length']).toBe('3000001')
    const digest = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
    expect(digest(await bytesOf(answer))).toBe(digest(bytes))
  })

  test('of no bytes is an empty answer, not an error', async () => {
    const { ask } = await siteOf({ 'x.png': '' })
    const answer = await ask('x.png')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-length']).toBe('0')
    expect(await bytesOf(answer)).toHaveLength(0)
  })

  test('that is absurdly large is refused', async () => {
    const { temp, ask } = await siteOf({ 'x.png': '' })
    await truncate(temp.path('x.png'), 3_000_000_000) // sparse: takes no space
    expect(await ask('x.png')).toMatchObject({ status: 413, body: null })
  })

  test('is not sent again while it stays the same', async () => {
    const { temp, ask } = await siteOf({ 'x.png': onePixelPng })
    const etag = (await ask('x.png')).headers.etag ?? ''
    expect(await ask('x.png', { ifNoneMatch: etag })).toMatchObject({ status: 304, body: null })
    await utimes(temp.path('x.png'), new Date(1_000_000_000), new Date(1_000_000_000))
    expect((await ask('x.png', { ifNoneMatch: etag })).status).toBe(200)
    await writeFile(temp.path('x.png'), 'other')
    expect((await ask('x.png', { ifNoneMatch: etag })).status).toBe(200)
  })

  test('that is an SVG may run nothing and fetch nothing', async () => {
    const { ask } = await siteOf({ 'x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' })
    const { headers } = await ask('x.svg')
    expect(headers['content-type']).toBe('image/svg+xml')
    expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
  })
})

test('what is no image of the site is not there', async () => {
  const { temp, ask } = await siteOf({ 'notes.txt': 'secret', 'folder.png/': '' })
  await symlink('/etc/passwd', temp.path('passwd.png'))
  for (const reference of [
    'gone.png',
    'notes.txt',
    'a.md',
    'folder.png',
    'passwd.png',
    '..%2f..%2fetc%2fpasswd',
    '/etc/passwd',
    'https://example.org/x.png',
    '',
  ])
    expect(await ask(reference), reference).toMatchObject({ status: 404, body: null })
})

describe('an image that is there and cannot be read', () => {
  const failing = (code: string, times = Number.POSITIVE_INFINITY) => {
    let left = times
    return async (path: string, flags: number) => {
      if (left-- > 0) throw Object.assign(new Error(`${code}: it does not open`), { code })
      return open(path, flags)
    }
  }
  const askFailing = async (openFile: OpenFile) => {
    const { site } = await siteOf({ 'x.png': onePixelPng })
    const noted: string[] = []
    const note = (message: string) => noted.push(message)
    const answer = await respondWithAsset({ site, postId: 'a.md', reference: 'x.png', note, open: openFile })
    return { status: answer.status, noted }
  }

  test.each([
    ['EACCES', 403],
    ['EPERM', 403],
    ['EMFILE', 503],
    ['EBUSY', 503],
    ['EIO', 500],
  ])('is not missing: %s is %i, and the log has the reason', async (code, status) => {
    expect(await askFailing(failing(code))).toEqual({
      status,
      noted: [`The image x.png of a.md could not be read: ${code}: it does not open`],
    })
  })

  test('comes after all when another file could be opened a moment later', async () => {
    expect(await askFailing(failing('EMFILE', 2))).toEqual({ status: 200, noted: [] })
  })

  test('is missing when it went away meanwhile', async () => {
    expect(await askFailing(failing('ENOENT'))).toEqual({ status: 404, noted: [] })
  })
})
