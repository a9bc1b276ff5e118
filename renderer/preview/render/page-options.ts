import { assetUrl } from '../../../shared/ipc/site-calls'
import type { MarkdownOptions } from '../../../shared/markdown/options/options'
import { featuresOfFile } from '../../../shared/markdown/options/presets'
import type { RenderOptions } from './render-client'

/** The render options of a post, for the worker and the window. */
export const pageOptions = (
  postId: string,
  { features, heads, remoteImages }: RenderOptions,
): MarkdownOptions => ({
  features: featuresOfFile(features, postId),
  heads,
  remoteImages,
  assetUrl: (reference) => assetUrl(postId, reference),
  sourceMap: true,
  tickable: true,
})
