import type { SiteImage } from '../../../shared/ipc/site-calls'
import type { PostId } from '../../../shared/posts/post'
import { api } from '../../base/api'

let known: {
  readonly id: PostId
  readonly at: number
  readonly images: Promise<readonly SiteImage[]>
} | null = null
const fresh = 5_000

/** The images a post can use, its own first. Cached for some seconds, so that new files appear. */
export const imagesOf = (id: PostId): Promise<readonly SiteImage[]> => {
  if (known?.id === id && performance.now() - known.at < fresh) return known.images
  const images = api.listImages(id)
  known = { id, at: performance.now(), images }
  images.catch(forgetImages) // the caller shows the error; the next call tries again
  return images
}

/** Clears the cache. */
export const forgetImages = (): void => {
  known = null
}

const imageType =
  /^image\/(?:png|jpe?g|gif|webp|avif|heic|heif|svg\+xml|bmp|tiff|x-icon|vnd\.microsoft\.icon)$/

/** The images among dropped or pasted files. */
export const imageFiles = (transfer: DataTransfer | null): File[] =>
  [...(transfer?.files ?? [])].filter(({ type }) => imageType.test(type))
