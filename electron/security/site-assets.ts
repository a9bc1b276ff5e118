import {
  type AssetResponse,
  type MakeThumbnail,
  respondWithAsset,
  respondWithSiteImage,
  respondWithStyleAsset,
} from '../assets/asset-response'
import type { Site } from '../site/detect-site'
import type { AssetResponders } from './protocols'

/** Answers `asset:` requests from the open site; 404 while none is open. */
export const siteAssets = (
  site: () => Site | null,
  thumbnail: MakeThumbnail,
  note: (message: string) => void,
): AssetResponders => ({
  image: async (postId, reference, ifNoneMatch, width) => {
    const open = site()
    if (open === null) return none()
    return responseOf(
      await respondWithAsset({ site: open, postId, reference, ifNoneMatch, width, thumbnail, note }),
    )
  },
  siteImage: async (path, ifNoneMatch, width) => {
    const open = site()
    if (open === null) return none()
    return responseOf(await respondWithSiteImage({ site: open, path, ifNoneMatch, width, thumbnail, note }))
  },
  styleAsset: async (style, reference, ifNoneMatch) => {
    const open = site()
    if (open === null) return none()
    return responseOf(await respondWithStyleAsset({ site: open, style, reference, ifNoneMatch, note }))
  },
})

const none = (): Response => new Response(null, { status: 404 })

const responseOf = ({ status, headers, body }: AssetResponse): Response =>
  new Response(body as ConstructorParameters<typeof Response>[0], { status, headers })
