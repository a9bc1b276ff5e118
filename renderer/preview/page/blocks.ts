import { partitionPoint } from '../../../shared/base/partition-point'
import type { PagePatch } from '../../../shared/markdown/page/page'
import { morphRun } from './morph'
import { PageSections } from './sections'

/** One block on the page. */
export interface ShownBlock {
  readonly key: number
  line: number
  endLine: number
  nodes: ChildNode[]
  section: HTMLElement
  /** A paragraph that can be drawn without its page. */
  lone: boolean
  /** What is on the page before the worker has answered. */
  ahead: { readonly html: string; readonly version: number } | null
}

/** The blocks of the page as elements in the frame. */
export class PageBlocks {
  private blocks: ShownBlock[] = []
  private readonly byKey = new Map<number, ShownBlock>()
  private readonly sections: PageSections
  private readonly template: HTMLTemplateElement

  constructor(
    post: HTMLElement,
    private readonly notes: HTMLElement,
    /** Called with new and changed nodes. */
    private readonly onDrawn: (block: ShownBlock) => void,
  ) {
    this.sections = new PageSections(post)
    this.template = post.ownerDocument.createElement('template')
  }

  /** The blocks in page order; the same array until the next patch. */
  get all(): readonly ShownBlock[] {
    return this.blocks
  }

  clear(): void {
    this.sections.clear()
    this.notes.replaceChildren()
    this.blocks = []
    this.byKey.clear()
  }

  /** Applies a patch for the text of `version`. */
  apply({ splices, drawn, abbreviates, footnotes }: PagePatch, version: number): void {
    for (const splice of splices) this.splice(splice)
    for (const { key, html, lone } of drawn) {
      const block = this.byKey.get(key)
      if (!block) continue
      block.lone = lone && !abbreviates
      if (!settlesAhead(block, html, version)) this.draw(block, html)
    }
    if (footnotes !== null) this.drawNotes(footnotes)
  }

  /** Draws a block ahead of the patch to `version`. */
  drawAhead(block: ShownBlock, html: string, version: number): void {
    block.ahead = { html, version }
    this.draw(block, html)
  }

  private splice({ at, removed, inserted, shift }: PagePatch['splices'][number]): void {
    if (removed === 0 && inserted.length === 0 && shift === 0) return
    if (shift !== 0) {
      for (let index = at + removed; index < this.blocks.length; index++) {
        const moved = this.blocks[index]
        if (moved) {
          moved.line += shift
          moved.endLine += shift
        }
      }
    }
    const old = this.blocks.slice(at, at + removed)
    const made: ShownBlock[] = []
    inserted.forEach(({ key, line, endLine }, index) => {
      // The old content stays until the new HTML arrives: nothing flickers, and most of it is still right.
      const before = old[index]
      const section =
        before?.section ??
        this.sections.sectionFor(
          (made.at(-1) ?? this.blocks[at - 1])?.section,
          this.blocks[at + removed]?.section,
        )
      if (!before) this.sections.count(section, 1)
      const { nodes = [], ahead = null } = before ?? {}
      const block = { key, line, endLine, nodes, section, lone: false, ahead }
      made.push(block)
      this.byKey.set(key, block)
    })
    for (const block of old) this.byKey.delete(block.key)
    for (const block of old.slice(inserted.length)) {
      for (const node of block.nodes) node.remove()
      this.sections.count(block.section, -1)
    }
    this.blocks.splice(at, removed, ...made)
    for (const section of new Set(made.map((block) => block.section)))
      this.sections.divide(section, this.blocks)
  }

  private draw(block: ShownBlock, html: string): void {
    this.template.innerHTML = html.trimEnd()
    const made = [...this.template.content.childNodes]
    const end = block.nodes.at(-1)?.nextSibling ?? this.placeAfter(block)
    block.nodes = morphRun(block.section, block.nodes, made, end)
    this.onDrawn(block)
  }

  /** The insertion point for a block without nodes: after the nearest previous block in its section. */
  private placeAfter(block: ShownBlock): ChildNode | null {
    if (block.nodes.length > 0) return null
    for (let index = this.indexOf(block) - 1; index >= 0; index--) {
      const before = this.blocks[index]
      if (before?.section !== block.section) break
      const last = before.nodes.at(-1)
      if (last) return last.nextSibling
    }
    return block.section.firstChild
  }

  /** The index of a block; lines increase along the page. */
  indexOf(block: ShownBlock): number {
    const index = this.indexAtLine(block.line)
    return this.blocks[index] === block ? index : this.blocks.indexOf(block)
  }

  /** The index of the last block that starts at or before a line; -1 before the first. */
  indexAtLine(line: number): number {
    return partitionPoint(this.blocks.length, (at) => (this.blocks[at]?.line ?? 0) <= line) - 1
  }

  /** Estimates the height of content that was never laid out, so that the scroll bar does not jump. */
  guessHeights(): void {
    this.sections.guessHeights(this.blocks)
  }

  private drawNotes(html: string): void {
    this.template.innerHTML = html.trimEnd()
    morphRun(this.notes, [...this.notes.childNodes], [...this.template.content.childNodes], null)
  }
}

/** Whether the page already shows this or a later state of the block: answers never go backwards. */
const settlesAhead = (block: ShownBlock, html: string, version: number): boolean => {
  const { ahead } = block
  if (ahead === null || ahead.version > version) return ahead !== null
  block.ahead = null
  return ahead.html === html
}
