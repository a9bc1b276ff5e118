import { stat } from 'node:fs/promises'
import { lastResult } from '../../../shared/base/last-result'
import type { ImageSize } from '../../../shared/images/catalog/image-catalog'
import { isMissing } from '../../disk/calls/codes'
import type { Site } from '../../site/detect-site'
import { locateAsset } from '../../site/find-asset'
import { ImageSizes } from './image-sizes'

const sizesOf = lastResult((root: string) => new ImageSizes(root))

/** The sizes of the images that references of a post lead to, in the same order; null if unknown. */
export const sizesInPost = async (
  site: Site,
  postId: string,
  references: readonly string[],
): Promise<readonly ImageSize[]> => {
  const sizes = sizesOf(site.root)
  const found: ImageSize[] = []
  for (const reference of references) found.push(await sizeOf(site, postId, reference, sizes)) // in turn: one file at a time
  return found
}

const sizeOf = async (
  site: Site,
  postId: string,
  reference: string,
  sizes: ImageSizes,
): Promise<ImageSize> => {
  const asset = await locateAsset(site, postId, reference)
  if (asset === null) return null
  try {
    const { mtimeMs, size } = await stat(asset.path)
    return await sizes.of(asset.sitePath, `${mtimeMs} ${size}`)
  } catch (error) {
    if (isMissing(error)) return null // deleted since
    throw error
  }
}
