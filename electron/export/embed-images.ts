import { AppError } from '../../shared/app-error'
import { kindOf } from '../../shared/markdown/links'
import { readAsset } from '../assets/asset-response'
import type { Site } from '../site/detect-site'

/** The images of a page, each read once. */
export interface EmbeddedImages {
  /** The image as a `data:` address, by its reference. */
  readonly addresses: ReadonlyMap<string, string>
  /** References of files that are not there, as they are written. */
  readonly missing: readonly string[]
}

const mostBytes = 200_000_000

/** Reads the images of the site that a page shows. */
export const embedImages = async (
  site: Site,
  postId: string,
  references: readonly string[],
): Promise<EmbeddedImages> => {
  const addresses = new Map<string, string>()
  const byPath = new Map<string, string>()
  const missing: string[] = []
  let bytes = 0
  for (const reference of new Set(references)) {
    if (!/^(?:relative|anchor)$/.test(kindOf(reference))) continue
    const image = await readAsset(site, postId, reference, mostBytes)
    if (image === null || image.bytes.byteLength === 0) {
      missing.push(reference)
      continue
    }
    let address = byPath.get(image.path)
    if (address === undefined) {
      bytes += image.bytes.byteLength
      if (bytes > mostBytes)
        throw new AppError(
          'too-large',
          `The images of this post have more than ${mostBytes / 1e6} MB together, too much for one page. Make them smaller, then export again.`,
        )
      address = `data:${image.type};base64,${Buffer.from(image.bytes.buffer).toString('base64')}`
      byPath.set(image.path, address)
    }
    addresses.set(reference, address)
  }
  return { addresses, missing }
}
