import { respondWithAsset } from './assets/asset-response'
import type { AssetResponder } from './protocols'
import type { Site } from './site/detect-site'

/** Answers `asset:` requests from the open site; 404 while none is open. */
export const siteAssets =
  (site: () => Site | null): AssetResponder =>
  async (postId, reference, ifNoneMatch) => {
    const open = site()
    if (open === null) return new Response(null, { status: 404 })
    const { status, headers, body } = await respondWithAsset({ site: open, postId, reference, ifNoneMatch })
    return new Response(body as ConstructorParameters<typeof Response>[0], { status, headers })
  }
