import { join } from 'node:path'
import { imageTypeOf } from '../../shared/site/image-types'
import { fontTypeOf } from '../../shared/site/style/font-types'
import { styleAssetCandidates } from '../../shared/site/style/style-assets'
import type { Site } from './detect-site'
import { fileOfType, firstFound } from './find-asset'

/** The media type of an image or font that a style sheet may use; null for anything else. */
export const styleAssetTypeOf = (name: string): string | null => imageTypeOf(name) ?? fontTypeOf(name)

/** The image or font that a reference in the style sheet `style` means; null if there is none. Throws as `findAsset` does. */
export const findStyleAsset = async (
  site: Site,
  style: string,
  reference: string,
): Promise<string | null> => {
  const candidates = styleAssetCandidates(style, reference, site)
  return firstFound(
    candidates.filter((candidate) => styleAssetTypeOf(candidate) !== null),
    (candidate) => fileOfType(site, join(site.root, candidate), styleAssetTypeOf),
  )
}
