import type { Text } from '@codemirror/state'
import type { MarkdownOptions } from '../../../shared/markdown/options/options'
import type { ParagraphRenderer } from '../../../shared/markdown/page/paragraph-renderer'
import { showError } from '../../base/notices'
import type { PageBlocks } from '../page/blocks'
import { changesOf } from '../render/change-set-json'
import { pageOptions } from '../render/page-options'
import type { RenderOptions } from '../render/render-client'

/**
 * Shows text typed into a paragraph in the same frame as the editor, before the worker has answered. Only while the page
 * is up to date with the text; the worker's answer overrides it.
 */
export class TypedParagraph {
  private renderer: ParagraphRenderer | null = null
  /** Lines of the text while the page is up to date; otherwise null. */
  private lines: number | null = null
  private options: MarkdownOptions | null = null
  /** The options of the current or next renderer. */
  private requestedOptions: MarkdownOptions | null = null

  constructor(private readonly blocks: PageBlocks) {}

  /** Another text, or the same with other options. */
  open(postId: string, options: RenderOptions): void {
    this.lines = null
    this.renderer = null
    this.options = pageOptions(postId, options)
  }

  /** The page shows this text; `null` if it is incomplete. */
  inStepWith(doc: Text | null): void {
    this.lines = doc?.lines ?? null
    const { options } = this
    if (doc === null || options === null || options === this.requestedOptions) return
    this.requestedOptions = options
    // Not earlier: loading the pipeline would delay the page.
    requestIdleCallback(() => {
      import('../../../shared/markdown/page/paragraph-renderer').then(({ ParagraphRenderer }) => {
        if (this.options !== options) return // another text was opened
        this.renderer = new ParagraphRenderer(options)
        this.renderer.draw(
          'Some *words*, `code` and [a link](https://example.com), so that the first key is quick.',
        )
      }, showError)
    })
  }

  /** Takes a change, and the text after it. True when the page shows it. */
  type(version: number, changes: unknown, doc: Text): boolean {
    if (this.lines === null) return false
    const shown = doc.lines === this.lines && this.draw(version, changes, doc)
    if (!shown) this.lines = null
    return shown
  }

  private draw(version: number, json: unknown, doc: Text): boolean {
    const [change, more] = changesOf(json)
    if (!this.renderer || !change || more || change.insert.includes('\n')) return false
    const line = doc.lineAt(change.from).number - 1
    const block = this.blocks.all[this.blocks.indexAtLine(line)]
    if (!block?.lone || line >= block.endLine) return false
    if (!isBlank(doc, block.line - 1) || !isBlank(doc, block.endLine)) return false
    const source = doc.sliceString(doc.line(block.line + 1).from, doc.line(block.endLine).to)
    const html = this.renderer.draw(source)
    if (html !== null) this.blocks.drawAhead(block, html, version)
    return html !== null
  }
}

/** Lines count from 0; missing lines are blank. */
const isBlank = (doc: Text, line: number): boolean =>
  line < 0 || line >= doc.lines || doc.line(line + 1).text.trim() === ''
