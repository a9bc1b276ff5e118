import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AppError, messageOf } from '../../shared/app-error'
import { imageTypeOf } from '../../shared/base/image-types'
import { t } from '../../shared/texts/translate'
import { diskError } from '../disk/disk-error'
import type { Site } from '../site/detect-site'
import { fileOfType, findAsset } from '../site/find-asset'
import { findStyleAsset, styleAssetTypeOf } from '../site/find-style-asset'
import { type OpenFile, openPlainFile, statusOfFailure, whenFilesAreFree } from './open-image'

/** An answer for the `asset:` protocol. */
export interface AssetResponse {
  readonly status: 200 | 304 | 403 | 404 | 413 | 500 | 503
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null
}

/** An image of the site whose file is open. */
export interface ImageFile {
  readonly path: string
  /** Changes with the file. */
  readonly version: string
  readonly size: number
  readonly type: string
}

/** A thumbnail of an image; or that the image itself is small enough, is too large, or should be requested again. */
export type Thumbnail =
  | { readonly kind: 'drawn'; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }
  | { readonly kind: 'as-it-is' | 'too-large' | 'later' }

export type MakeThumbnail = (image: ImageFile, width: number) => Promise<Thumbnail>

interface FileRequest {
  readonly site: Site
  /** The `if-none-match` header. */
  readonly ifNoneMatch?: string | null
  /** Receives the reason why an existing file could not be read; the page gets only a status code. */
  readonly note: (message: string) => void
  readonly open?: OpenFile
}

export interface AssetRequest extends FileRequest {
  readonly postId: string
  readonly reference: string
  /** Requests a thumbnail of about this width. */
  readonly width?: number | null
  readonly thumbnail?: MakeThumbnail
}

const streamedFrom = 1_000_000
const largest = 200_000_000

// An SVG is a page: on its own, and inside an <object>, it must run and fetch nothing.
const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/**
 * Answers an image of the site with exact lengths; 404 for anything else. An image that exists and cannot be read gets
 * another status, and the reason is noted.
 */
export const respondWithAsset = (request: AssetRequest): Promise<AssetResponse> =>
  orRefusal(
    request,
    t('images.imageOfPost', { image: request.reference, post: request.postId }),
    async () => {
      const path = await findAsset(request.site, request.postId, request.reference)
      return path === null ? refusal(404) : respondWithFile(path, imageTypeOf(path), request)
    },
  )

export interface SiteImageRequest extends FileRequest {
  /** Path inside the site, `/` separated. */
  readonly path: string
  readonly width?: number | null
  readonly thumbnail?: MakeThumbnail
}

/** Answers an image by its path in the site, as `respondWithAsset` does. */
export const respondWithSiteImage = (request: SiteImageRequest): Promise<AssetResponse> =>
  orRefusal(request, t('images.imageAt', { image: request.path }), async () => {
    const path = await fileOfType(request.site, join(request.site.root, request.path), imageTypeOf)
    return path === null ? refusal(404) : respondWithFile(path, imageTypeOf(path), request)
  })

export interface StyleAssetRequest extends FileRequest {
  readonly reference: string
  /** The style sheet that has the reference: its path inside the site. */
  readonly style: string
}

/** Answers an image or a font that a style sheet of the site refers to; 404 for whatever is not one of the site. */
export const respondWithStyleAsset = (request: StyleAssetRequest): Promise<AssetResponse> =>
  orRefusal(
    request,
    t('images.imageOfStyle', { image: request.reference, style: request.style }),
    async () => {
      const path = await findStyleAsset(request.site, request.style, request.reference)
      return path === null ? refusal(404) : respondWithFile(path, styleAssetTypeOf(path), request)
    },
  )

const orRefusal = async (
  { note }: FileRequest,
  what: string,
  work: () => Promise<AssetResponse>,
): Promise<AssetResponse> => {
  try {
    return await whenFilesAreFree(work)
  } catch (error) {
    note(`${what} could not be read: ${messageOf(error)}`)
    return refusal(statusOfFailure(error))
  }
}

const respondWithFile = async (
  path: string,
  type: string | null,
  request: FileRequest & Pick<AssetRequest, 'width' | 'thumbnail'>,
): Promise<AssetResponse> => {
  const file = await openPlainFile(path, request.open)
  if (file === null) return refusal(404)
  let streaming = false
  try {
    const { size, mtimeMs } = await file.stat()
    if (type === null) return refusal(404)
    if (size > largest) return refusal(413)
    const version = `${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}`
    const notModified = (tag: string): AssetResponse => ({
      status: 304,
      headers: headersOf(type, tag, null),
      body: null,
    })
    if (request.width && request.thumbnail) {
      const etagOfSmall = `"${version}-${request.width}"`
      if (request.ifNoneMatch === etagOfSmall) return notModified(etagOfSmall)
      const small = await request.thumbnail({ path, version, size, type }, request.width)
      if (small.kind === 'drawn') return answer(small.bytes, small.type, etagOfSmall)
      if (small.kind !== 'as-it-is') return refusal(small.kind === 'later' ? 503 : 413)
    }
    const etag = `"${version}"`
    if (request.ifNoneMatch === etag) return notModified(etag)
    if (size < streamedFrom) return answer(await readExactly(file, size), type, etag)
    streaming = true
    const stream = file.createReadStream({ start: 0, end: size - 1 }) // closes the file when it ends
    stream.once('error', (error) => request.note(`${path} could not be read to its end: ${messageOf(error)}`))
    return { status: 200, headers: headersOf(type, etag, size), body: Readable.toWeb(stream) }
  } finally {
    if (!streaming) await file.close()
  }
}

const answer = (bytes: Uint8Array<ArrayBuffer>, type: string, etag: string): AssetResponse => ({
  status: 200,
  headers: headersOf(type, etag, bytes.byteLength),
  body: bytes,
})

const refusal = (status: Exclude<AssetResponse['status'], 200 | 304>): AssetResponse => ({
  status,
  headers: { 'content-length': '0', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  body: null,
})

const headersOf = (type: string, etag: string, length: number | null): Record<string, string> => ({
  'content-type': type,
  'cache-control': 'no-cache', // cached, but revalidated: an image may change at any time
  etag,
  'x-content-type-options': 'nosniff',
  ...(length === null ? {} : { 'content-length': String(length) }),
  ...(type === 'image/svg+xml' ? { 'content-security-policy': svgPolicy } : {}),
})

// A buffer of its own: Node's small buffers share a pool, which must not be transferred.
const readExactly = async (file: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(size)
  let at = 0
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at)
    if (bytesRead === 0) return bytes.slice(0, at) // it shrank while it was read
    at += bytesRead
  }
  return bytes
}

/** An image of the site as a whole. */
export interface WholeImage {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly path: string
}

/** All bytes of an image of the site, at most `limit`; null where it is not one or is gone. Throws an AppError. */
export const readAsset = async (
  site: Site,
  postId: string,
  reference: string,
  limit = largest,
): Promise<WholeImage | null> => {
  try {
    return await whenFilesAreFree(async () => {
      const path = await findAsset(site, postId, reference)
      const type = path === null ? null : imageTypeOf(path)
      return path === null || type === null ? null : await readFileOf(path, type, reference, limit)
    })
  } catch (error) {
    throw diskError(error, t('images.cannotReadImage', { image: reference }))
  }
}

const readFileOf = async (
  path: string,
  type: string,
  reference: string,
  limit: number,
): Promise<WholeImage | null> => {
  const file = await openPlainFile(path)
  if (file === null) return null
  try {
    const { size } = await file.stat()
    if (size > limit)
      throw new AppError('too-large', t('images.tooHeavy', { image: reference, size: Math.ceil(size / 1e6) }))
    return { bytes: await readExactly(file, size), type, path }
  } finally {
    await file.close()
  }
}
