import type { MarkdownOptions } from '../options/options'
import { BlockRenderer } from './blocks'
import type { RenderedPost } from './page'

/** Renders a post, front matter and all, in one go: the same pipeline and the same result as the preview. */
export const renderPost = (text: string, options: MarkdownOptions): RenderedPost => {
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  return renderer.page()
}
