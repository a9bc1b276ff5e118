import { LRUCache } from 'lru-cache'
import type { SiteImage } from '../../../shared/ipc/site-calls'
import type { PostId } from '../../../shared/posts/post'
import { api } from '../../base/api'

/** Milliseconds that an answer is used again. */
const freshMs = 5_000
const known = new LRUCache<PostId, Promise<readonly SiteImage[]>>({ max: 1, ttl: freshMs })

/** The images a post can use, its own first. Cached for some seconds, so that new files appear. */
export const imagesOf = (id: PostId): Promise<readonly SiteImage[]> => {
  const before = known.get(id)
  if (before) return before
  const images = api.listImages(id)
  known.set(id, images)
  images.catch(forgetImages) // the caller shows the error; the next call tries again
  return images
}

/** Clears the cache. */
export const forgetImages = (): void => known.clear()
