import { z } from 'zod'
import { type GeneratorId, generatorIds } from '../generators/shape/generator-id'
import type { ImageSize } from '../images/catalog/image-catalog'
import { type PostId, postId } from '../posts/post'
import type { FilesChanged } from '../posts/post-rename'
import { isSiteFolder } from '../site/post-path'
import { t } from '../texts/translate'
import type { OpenedFolder } from './app-calls'
import { call, returns } from './define'

/** An image of the site, for the picker and completion. */
export interface SiteImage {
  /** Path inside the site, `/` separated. */
  readonly path: string
  /** The reference for the requesting post, in the site's style. */
  readonly reference: string
  /** In bytes; null if the file cannot be read. */
  readonly size: number | null
  /** It is in a folder of the post itself. */
  readonly isOwn: boolean
}

/** An image of a post. */
export interface ImageInPost {
  /** In bytes. */
  readonly bytes: number
  readonly size: ImageSize
}

/** Why an image is not shown: it does not exist, its file cannot be read, or is not an image. */
export type ImageProblem =
  | { readonly kind: 'missing' | 'damaged' }
  | { readonly kind: 'unreadable'; readonly message: string }

/** The choices for the open site. */
export interface SiteOptions {
  /** The generators with evidence, the likeliest first. */
  readonly likely: readonly GeneratorId[]
  /** Possible posts folders, relative to the site, those with the most posts first; at most 50. */
  readonly folders: readonly { readonly path: string; readonly posts: number }[]
}

/** The generator and posts folder of the open site. */
export const siteChoiceCalls = {
  siteOptions: call(z.tuple([]), returns<SiteOptions>()),
  /** Opens the site again as the writer says it is made; what is null is found by its evidence. */
  chooseSite: call(
    z.tuple([
      z.object({
        generator: z.enum(generatorIds).nullable(),
        postsFolder: z.string().max(300).refine(isSiteFolder, t('files.notSiteFolder')).nullable(),
      }),
    ]),
    returns<OpenedFolder>(),
  ),
  /** Writes what the writer chose for the site into its `postwright.json`, for all who open it. */
  shareSite: call(z.tuple([]), returns<{ readonly changed: FilesChanged; readonly opened: OpenedFolder }>()),
} as const

/** What the site has beside its posts. */
export const siteCalls = {
  /** Images the post can use: its own folder first, then the rest of the site, at most 2,000. */
  listImages: call(z.tuple([postId]), returns<readonly SiteImage[]>()),
  /** Why the image of a post did not load; an `<img>` is told no reason. */
  imageProblem: call(z.tuple([postId, z.string().max(10_000)]), returns<ImageProblem>()),
  /** Weight and size of the image that a reference of a post leads to; null if there is none. */
  imageInPost: call(z.tuple([postId, z.string().max(10_000)]), returns<ImageInPost | null>()),
  /** How large images of a post are, in pixels as they are shown, by their references; null where nobody knows. */
  sizesInPost: call(
    z.tuple([postId, z.array(z.string().min(1).max(2_000)).max(200)]),
    returns<readonly ImageSize[]>(),
  ),
} as const

/** Where the window finds the image `reference` of `post`; main resolves it, so a missing one answers 404. */
export const assetUrl = (post: PostId, reference: string): string =>
  `asset://site/${encodeURIComponent(post)}?ref=${encodeURIComponent(reference)}`

/** Where the preview finds the image or font that `reference` in the site's style sheet `style` means. */
export const styleAssetUrl = (style: string, reference: string): string =>
  `asset://style/${encodeURIComponent(style)}?ref=${encodeURIComponent(reference)}`
