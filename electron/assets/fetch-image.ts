import type { IncomingMessage } from 'node:http'
import { AppError } from '../../shared/app-error'
import { decodedUri } from '../../shared/base/decoded-uri'
import { extensionForType, imageTypeOfBytes } from '../../shared/base/image-types'
import { filePart } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { askWeb } from '../web/ask-web'

/** An image from another site. */
export interface FetchedImage {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** When to stop, and limits that tests override. */
interface FetchLimits {
  /** Whether an IP address may be connected to. */
  readonly isAllowed?: (address: string) => boolean
  readonly maxBytes?: number
  readonly longestMs?: number
  /** Ends the download. */
  readonly stop?: AbortSignal
}

// Some hosts, Wikimedia's among them, answer no program that does not give its name.
const headers = { 'user-agent': 'Postwright', accept: 'image/*,*/*;q=0.8' }

/**
 * Fetches an image from the public internet, at most 50 MB in 30 seconds. Throws an AppError, also if it is not an image
 * or the address is on this computer or local network.
 */
export const fetchImage = async (
  address: string,
  { isAllowed, maxBytes = 50_000_000, longestMs = 30_000, stop }: FetchLimits = {},
): Promise<FetchedImage> => {
  const late = AbortSignal.timeout(longestMs)
  const signal = stop ? AbortSignal.any([late, stop]) : late
  const host = URL.parse(address)?.host ?? address.slice(0, 200)
  try {
    const answer = await askWeb(address, { signal, headers, ...(isAllowed && { isAllowed }) })
    const { statusCode = 0 } = answer
    if (statusCode < 200 || statusCode > 299) {
      answer.destroy()
      throw new AppError('not-found', t('images.hostAnswered', { host, status: statusCode }))
    }
    const bytes = await bytesOf(answer, host, maxBytes)
    const type = imageTypeOfBytes(bytes)
    const extension = type && extensionForType(type)
    if (!extension) throw new AppError('bad-name', t('images.hostNoImage', { host }))
    const written = filePart(new URL(address).pathname).replace(/\.[^.]*$/, '')
    return { name: `${decodedUri(written).slice(0, 80) || 'image'}.${extension}`, bytes }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (stop?.aborted) throw new AppError('failed', t('images.fetchCanceled'), { cause: error })
    const why = late.aborted ? t('images.hostSlow', { host }) : t('images.checkConnection')
    throw new AppError('failed', t('images.notFetched', { host, why }), { cause: error })
  }
}

const bytesOf = async (
  answer: IncomingMessage,
  host: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = []
  let size = Number(answer.headers['content-length'] ?? 0) > most ? most + 1 : 0
  if (size <= most)
    for await (const part of answer as AsyncIterable<Uint8Array>) {
      size += part.byteLength
      if (size > most) break
      parts.push(part)
    }
  answer.destroy()
  if (size <= most) return new Uint8Array(Buffer.concat(parts))
  throw new AppError('too-large', t('images.remoteTooLarge', { host, limit: Math.round(most / 1e6) }))
}
