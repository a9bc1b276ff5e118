import type { TextChange } from '../../text/text-change'
import type { MarkdownOptions } from '../options/options'
import { createMarkdown } from '../pipeline'
import type { BlockPlace, PagePatch, RenderedPost } from './page'
import { PageDrawing } from './page-drawing'
import { isLoneParagraph } from './page-numbers'
import { type BlockSplice, PageScan } from './page-scan'

const toTheEnd = (): boolean => false
/** More changes than this are combined into one, since each costs a pass over the text. */
const manyChanges = 40
const foundAtOnce = 256
/** The blocks of a new page that are rendered first: those on the first screens. */
const foundFirst = 48

/**
 * A post as HTML, updated incrementally. The result always equals a full render; the work depends on the edit: blocks are
 * parsed again from just before it until old and new blocks match, and beyond that only blocks that use a changed label,
 * number or heading.
 */
export class BlockRenderer {
  private readonly scan: PageScan
  private readonly drawing: PageDrawing

  /** `avoid`: first lines of blocks shown as source because they took too long. */
  constructor(options: MarkdownOptions, avoid: ReadonlySet<string> = new Set()) {
    const md = createMarkdown(options)
    md.core.ruler.disable(['normalize', 'block']) // the scan replaces them
    this.scan = new PageScan(md, avoid, options, options.features.grammar === 'kramdown')
    this.drawing = new PageDrawing(md, this.scan, options)
  }

  get text(): string {
    return this.scan.table.text
  }

  /** Whether every block has been found and rendered. */
  get finished(): boolean {
    return this.scan.scanned && this.drawing.finished
  }

  /** Whether something is shown as source until its engine is loaded. */
  get waits(): boolean {
    return this.drawing.waits
  }

  /** The HTML of a text that is a single paragraph independent of the page; otherwise null. */
  get loneParagraph(): string | null {
    const [block, next] = this.scan.blocks
    return block && !next && isLoneParagraph(block) ? block.html : null
  }

  /** Starts with a new text; renders nothing yet. */
  load(text: string): void {
    this.scan.load(withoutNul(text))
    this.drawing.reset()
  }

  /** Finds and renders further blocks in page order until `isEnough`. */
  renderMore(isEnough: () => boolean): PagePatch {
    const splices: BlockSplice[] = []
    do {
      // Found blocks are rendered before many more are found: the first ones are visible.
      const many = this.scan.blocks.length === 0 ? foundFirst : foundAtOnce
      const found = this.scan.scanned ? [] : [this.scan.scanOn(() => this.scan.foundNow >= many)]
      splices.push(...found)
      this.drawing.take(found)
      this.drawing.drawOpen(isEnough)
    } while (!this.finished && !isEnough())
    return patchOf(splices, this.drawing.result())
  }

  /** Finds and renders the rest. Labels and numbers are final before anything is rendered, so each block is rendered once. */
  renderAll(): PagePatch {
    const splices = this.scan.scanned ? [] : [this.scan.scanOn(toTheEnd)]
    this.drawing.take(splices)
    this.drawing.drawOpen(toTheEnd)
    return patchOf(splices, this.drawing.result())
  }

  /** Applies changes (offsets in the old text) and renders what they affect; `isEnough` leaves the rest to `renderMore`. */
  update(changes: readonly TextChange[], isEnough: () => boolean = toTheEnd): PagePatch {
    const splices: BlockSplice[] = this.scan.scanned ? [] : [this.scan.scanOn(toTheEnd)]
    for (const change of this.singleChanges(changes)) splices.push(this.scan.edit(change))
    this.drawing.take(splices)
    this.drawing.drawOpen(isEnough, new Set(splices.flatMap(({ inserted }) => inserted)))
    return patchOf(splices, this.drawing.result())
  }

  /** Renders again what waited for `came`: `formulas`, or code by its `codeName`; without it, everything that waits. */
  redrawWaiting(isEnough: () => boolean = toTheEnd, arrived?: ReadonlySet<string>): PagePatch {
    this.drawing.forgetWaiting((awaited) => arrived?.has(awaited) ?? true)
    this.drawing.drawOpen(isEnough)
    return patchOf([], this.drawing.result())
  }

  /** The current page; complete once `finished`. */
  page(): RenderedPost {
    return this.drawing.page()
  }

  /** The HTML of each block in order, to compare with another render. */
  blocks(): readonly (BlockPlace & { readonly html: string | null })[] {
    return this.scan.blocks.map(({ key, line, lines, html }) => ({
      key,
      line,
      endLine: line + lines,
      html,
    }))
  }

  /** From the last change to the first, so that the offsets of the others stay valid. */
  private singleChanges(changes: readonly TextChange[]): readonly TextChange[] {
    const clean = changes.map((change) => ({ ...change, insert: withoutNul(change.insert) }))
    const first = clean[0]
    const last = clean.at(-1)
    if (!first || !last || clean.length <= manyChanges) return clean.reverse()
    let insert = ''
    let at = first.from
    for (const change of clean) {
      insert += this.text.slice(at, change.from) + change.insert
      at = change.to
    }
    return [{ from: first.from, to: last.to, insert }]
  }
}

const withoutNul = (text: string): string => text.replaceAll('\0', '\ufffd')

const patchOf = (splices: readonly BlockSplice[], drawn: Omit<PagePatch, 'splices'>): PagePatch => ({
  splices: splices.map(({ at, removed, places, shift }) => ({
    at,
    removed: removed.length,
    inserted: places,
    shift,
  })),
  ...drawn,
})
