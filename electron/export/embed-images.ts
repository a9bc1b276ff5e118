import { AppError } from '../../shared/app-error'
import { kindOf } from '../../shared/markdown/links/links'
import { t } from '../../shared/texts/translate'
import { readAsset } from '../assets/asset-response'
import type { Site } from '../site/detect-site'

/** The images of one page as `data:` addresses, each file read once. */
export interface EmbeddedImages {
  /** Reads the images of these references; known ones cost nothing. */
  readonly read: (references: Iterable<string>) => Promise<void>
  /** The address of an image that was read; null if it does not exist or was not read yet. */
  readonly addressOf: (reference: string) => string | null
  /** References that were requested before they were read. */
  readonly unread: () => readonly string[]
  /** References that were requested and lead to no image, in the order of the requests. */
  readonly missing: () => readonly string[]
}

const maxBytes = 200_000_000

/**
 * Prepares the images of a page for embedding. An image that the post shows twice is embedded twice: only a style or an
 * SVG could share the bytes, and what these draw cannot be saved, read aloud or printed as an image.
 */
export const embedImages = (site: Site, postId: string): EmbeddedImages => {
  const addresses = new Map<string, string | null>()
  const byPath = new Map<string, string>()
  const seen = new Set<string>()
  let bytes = 0

  const addressFor = async (reference: string): Promise<string | null> => {
    if (!/^(?:relative|anchor)$/.test(kindOf(reference))) return null
    const image = await readAsset(site, postId, reference, maxBytes)
    if (image === null || image.bytes.byteLength === 0) return null
    const known = byPath.get(image.path)
    if (known !== undefined) return known
    bytes += image.bytes.byteLength
    if (bytes > maxBytes)
      throw new AppError('too-large', t('preview.imagesTooLarge', { limit: maxBytes / 1e6 }))
    const address = `data:${image.type};base64,${Buffer.from(image.bytes.buffer).toString('base64')}`
    byPath.set(image.path, address)
    return address
  }

  return {
    read: async (references) => {
      for (const reference of references)
        if (!addresses.has(reference)) addresses.set(reference, await addressFor(reference))
    },
    addressOf: (reference) => {
      seen.add(reference)
      return addresses.get(reference) ?? null
    },
    unread: () => [...seen].filter((reference) => !addresses.has(reference)),
    missing: () => [...seen].filter((reference) => addresses.get(reference) === null),
  }
}
