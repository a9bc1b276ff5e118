import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { lastResult } from '../../../shared/base/last-result'
import { type ImageSize, sizeOf } from '../../../shared/images/catalog/image-catalog'
import type { ImageInPost } from '../../../shared/ipc/site-calls'
import { isMissing } from '../../disk/calls/codes'
import type { Site } from '../../site/detect-site'
import { locateAsset } from '../../site/find-asset'
import { ImageSizes } from './image-sizes'

const sizesOf = lastResult((root: string) => new ImageSizes(root))

/** Weight and size of the image that a reference of a post leads to; null if there is none. */
export const imageInPost = async (
  site: Site,
  postId: string,
  reference: string,
): Promise<ImageInPost | null> => {
  const asset = await locateAsset(site, postId, reference)
  if (asset === null) return null
  const found = await statOf(asset.path)
  if (found === null) return null
  const measured = await sizesOf(site.root).of(asset.sitePath, stampOf(found))
  return { bytes: found.size, size: sizeOf(measured) }
}

/** The sizes of the images that references of a post lead to, in the same order; null if unknown. */
export const sizesInPost = async (
  site: Site,
  postId: string,
  references: readonly string[],
): Promise<readonly ImageSize[]> => {
  const sizes = sizesOf(site.root)
  const found: ImageSize[] = []
  for (const reference of references) found.push(await sizeInPost(site, postId, reference, sizes)) // in turn: one file at a time
  return found
}

const sizeInPost = async (
  site: Site,
  postId: string,
  reference: string,
  sizes: ImageSizes,
): Promise<ImageSize> => {
  const asset = await locateAsset(site, postId, reference)
  if (asset === null) return null
  const found = await statOf(asset.path)
  return found === null ? null : sizeOf(await sizes.of(asset.sitePath, stampOf(found)))
}

const stampOf = ({ mtimeMs, size }: Stats): string => `${mtimeMs} ${size}`

const statOf = async (path: string): Promise<Stats | null> => {
  try {
    return await stat(path)
  } catch (error) {
    if (isMissing(error)) return null // deleted since
    throw error
  }
}
