import { join } from 'node:path'
import { imageTypeOf } from '../../shared/base/image-types'
import { extensionOf } from '../../shared/site/post-path'
import { styleAssetCandidates } from '../../shared/site/style/style-assets'
import type { Site } from './detect-site'
import { fileOfType, firstFound } from './find-asset'

const fontTypes: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
}

/** The media type of a font by its name; null if it is not a font. */
const fontTypeOf = (name: string): string | null => {
  const extension = extensionOf(name)
  return Object.hasOwn(fontTypes, extension) ? (fontTypes[extension] ?? null) : null
}

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
