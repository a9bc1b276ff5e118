import { AppError } from '../../shared/app-error'
import { extensionForType, imageTypeOfBytes } from '../../shared/site/image-types'
import { filePart } from '../../shared/site/post-path'

/** An image from another site. */
export interface FetchedImage {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const largest = 50_000_000
const longestMs = 30_000

/** Asks another site; a test passes in its own. */
export type Fetch = (address: string, options: { readonly signal: AbortSignal }) => Promise<Response>

/** Fetches an image over http(s), at most 50 MB and half a minute. Throws an AppError, also for what is no image. */
export const fetchImage = async (address: string, ask: Fetch = fetch): Promise<FetchedImage> => {
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol))
    throw new AppError('bad-arguments', `${address} is no address of the web.`)
  try {
    const response = await ask(url.href, { signal: AbortSignal.timeout(longestMs) })
    if (!response.ok)
      throw new AppError('not-found', `${url.host} answered ${response.status} instead of the image.`)
    const bytes = await bytesOf(response, url.host)
    const type = imageTypeOfBytes(bytes)
    const extension = type && extensionForType(type)
    if (!extension) throw new AppError('bad-name', `${url.host} sent something else than an image.`)
    const written = filePart(url.pathname).replace(/\.[^.]*$/, '')
    return { name: `${decoded(written).slice(0, 80) || 'image'}.${extension}`, bytes }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('failed', `The image could not be fetched from ${url.host}. Is the connection up?`, {
      cause: error,
    })
  }
}

const bytesOf = async (response: Response, host: string): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = []
  let size = 0
  const tooLarge = new AppError('too-large', `The image of ${host} has more than 50 MB.`)
  if (Number(response.headers.get('content-length') ?? 0) > largest) throw tooLarge
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > largest) throw tooLarge
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) return name
    throw error
  }
}
