import type { SiteImage } from '../../../shared/ipc/site-calls'
import type { PostId } from '../../../shared/posts/post'
import { api } from '../../base/api'

let known: {
  readonly id: PostId
  readonly at: number
  readonly images: Promise<readonly SiteImage[]>
} | null = null
const fresh = 5_000

/** The images a post can use, its own first. Asked again after some seconds, so that new files appear. */
export const imagesOf = (id: PostId): Promise<readonly SiteImage[]> => {
  if (known?.id === id && performance.now() - known.at < fresh) return known.images
  const images = api.listImages(id)
  known = { id, at: performance.now(), images }
  images.catch(forgetImages) // the caller shows it; the next question asks again
  return images
}

/** Makes the next question ask the disk. */
export const forgetImages = (): void => {
  known = null
}

const imageType =
  /^image\/(?:png|jpe?g|gif|webp|avif|heic|heif|svg\+xml|bmp|tiff|x-icon|vnd\.microsoft\.icon)$/

/** The images among what was dropped or pasted. */
export const imageFiles = (transfer: DataTransfer | null): File[] =>
  [...(transfer?.files ?? [])].filter(({ type }) => imageType.test(type))
