import { respondWithAsset } from './assets/asset-response'
import type { Thumbnails } from './assets/thumbnails'
import type { AssetResponder } from './protocols'
import type { Site } from './site/detect-site'

/** Answers `asset:` requests from the open site; 404 while none is open. */
export const siteAssets =
  (site: () => Site | null, { make: thumbnail }: Thumbnails): AssetResponder =>
  async (postId, reference, ifNoneMatch, width) => {
    const open = site()
    if (open === null) return new Response(null, { status: 404 })
    const request = { site: open, postId, reference, ifNoneMatch, width, thumbnail }
    const { status, headers, body } = await respondWithAsset(request)
    return new Response(body as ConstructorParameters<typeof Response>[0], { status, headers })
  }
