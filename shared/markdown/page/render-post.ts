import type { Heading } from '../options/env'
import type { MarkdownOptions } from '../options/options'
import { BlockRenderer } from './blocks'

/** A whole page. */
export interface RenderedPost {
  /** Safe HTML of the body, footnotes included, front matter not. */
  readonly html: string
  readonly headings: readonly Heading[]
  /** Image references as they are written in the text, once each. */
  readonly images: readonly string[]
  readonly links: readonly string[]
  /** Some code or formulas stood as source because their engine was not loaded. */
  readonly waits: boolean
}

/** Renders a post, front matter and all, in one go: the same pipeline and the same result as the preview. */
export const renderPost = (text: string, options: MarkdownOptions): RenderedPost => {
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  return renderer.page()
}
