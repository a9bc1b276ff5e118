import type { MarkdownOptions } from '../options/options'
import { BlockRenderer } from './blocks'

const longest = 4_000
/** Text that starts differently may belong to the previous block: as the definition of a term, or attributes of a list. */
const begins = /^[\p{L}\p{N}*_`"'“‘«([!]/u

/**
 * Renders single paragraphs immediately, while their page is rendered elsewhere. The HTML is exactly that of the page, or
 * null: whatever depends on a label, an abbreviation, a number or an engine can only be rendered with the page.
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
