import type { MarkdownOptions } from '../options/options'
import { BlockRenderer } from './blocks'

const longest = 4_000
/** What begins otherwise may belong to the block before: a definition of its term, attributes of its list. */
const begins = /^[\p{L}\p{N}*_`"'“‘«([!]/u

/**
 * Draws paragraphs without the page around them, at once while their page is drawn elsewhere. The HTML is that of the
 * page, or there is none: what a label, an abbreviation, a number or an engine has a say in, only the page can draw.
 */
export class ParagraphRenderer {
  private readonly renderer: BlockRenderer

  constructor(options: MarkdownOptions) {
    this.renderer = new BlockRenderer({ ...options, math: () => null })
  }

  /** The HTML of a paragraph between blank lines, or null. */
  draw(source: string): string | null {
    if (source.length > longest || !begins.test(source)) return null
    this.renderer.load(source)
    this.renderer.renderAll()
    return this.renderer.loneParagraph
  }
}
