import type { MarkdownOptions } from '../options/options'
import { BlockRenderer } from './blocks'
import type { RenderedPost } from './page'

/** Renders a whole post with its front matter at once, with the same pipeline and result as the preview. */
export const renderPost = (text: string, options: MarkdownOptions): RenderedPost => {
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  return renderer.page()
}
