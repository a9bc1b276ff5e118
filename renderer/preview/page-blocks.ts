import type { PagePatch } from '../../shared/markdown/blocks'
import { morphRun } from './morph'

/** One block on the page. */
export interface ShownBlock {
  readonly key: number
  line: number
  endLine: number
  nodes: ChildNode[]
  section: HTMLElement
  /** A paragraph that can be drawn without its page. */
  lone: boolean
  /** What stands on the page before the worker has answered for it. */
  ahead: { readonly html: string; readonly version: number } | null
}

/** The first sections, which a page opens with, are small: no more is laid out before it shows than is seen. */
const firstSectionSize = 8
const sectionSize = 14
const largestSection = 28
const lineHeight = 26

/**
 * The blocks of the page as elements of the frame, in sections that the browser may skip: small, because all of a section
 * in sight is painted with each key; not smaller, because at 1 MB each costs a look a frame.
 */
export class PageBlocks {
  private blocks: ShownBlock[] = []
  private readonly byKey = new Map<number, ShownBlock>()
  private readonly counts = new Map<HTMLElement, number>()
  private readonly template: HTMLTemplateElement

  constructor(
    private readonly post: HTMLElement,
    private readonly notes: HTMLElement,
    /** Told of the nodes that came or changed. */
    private readonly onDrawn: (block: ShownBlock) => void,
  ) {
    this.template = post.ownerDocument.createElement('template')
  }

  /** The blocks in the order of the page; the same list until the next patch. */
  get all(): readonly ShownBlock[] {
    return this.blocks
  }

  clear(): void {
    this.post.replaceChildren()
    this.notes.replaceChildren()
    this.blocks = []
    this.byKey.clear()
    this.counts.clear()
  }

  /** Brings the page to the state after a patch, which is about the text of `version`. */
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

  /** Draws a block as it will be in the patch to `version`. */
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
      // What stood in its place stays until its own HTML comes: nothing flickers, and most of it will do.
      const before = old[index]
      const section = before?.section ?? this.sectionFor(made.at(-1) ?? this.blocks[at - 1], at + removed)
      if (!before) this.count(section, 1)
      const { nodes = [], ahead = null } = before ?? {}
      const block = { key, line, endLine, nodes, section, lone: false, ahead }
      made.push(block)
      this.byKey.set(key, block)
    })
    for (const block of old) this.byKey.delete(block.key)
    for (const block of old.slice(inserted.length)) {
      for (const node of block.nodes) node.remove()
      this.count(block.section, -1)
    }
    this.blocks.splice(at, removed, ...made)
    for (const section of new Set(made.map((block) => block.section))) this.divide(section)
  }

  /** The section a new block behind `before` goes to; `next` is the place of the block that will follow it. */
  private sectionFor(before: ShownBlock | undefined, next: number): HTMLElement {
    const last = before?.section ?? this.blocks[next]?.section
    const atEnd = next >= this.blocks.length
    const size = last?.previousSibling?.previousSibling ? sectionSize : firstSectionSize
    if (last && !(atEnd && (this.counts.get(last) ?? 0) >= size)) return last
    return this.addSection(last ? last.nextSibling : null)
  }

  private addSection(before: ChildNode | null): HTMLElement {
    const section = this.post.ownerDocument.createElement('section')
    this.counts.set(section, 0)
    this.post.insertBefore(section, before)
    return section
  }

  private count(section: HTMLElement, by: number): void {
    const count = (this.counts.get(section) ?? 0) + by
    this.counts.set(section, count)
    if (count > 0) return
    this.counts.delete(section)
    section.remove()
  }

  private divide(section: HTMLElement): void {
    const count = this.counts.get(section) ?? 0
    if (count <= largestSection) return
    const first = this.blocks.findIndex((block) => block.section === section)
    let current = section
    for (let index = sectionSize; index < count; index++) {
      if (index % sectionSize === 0) current = this.addSection(current.nextSibling)
      const block = this.blocks[first + index]
      if (!block) break
      current.append(...block.nodes)
      block.section = current
      this.counts.set(section, (this.counts.get(section) ?? 0) - 1)
      this.counts.set(current, (this.counts.get(current) ?? 0) + 1)
    }
  }

  private draw(block: ShownBlock, html: string): void {
    this.template.innerHTML = html.trimEnd()
    const made = [...this.template.content.childNodes]
    const end = block.nodes.at(-1)?.nextSibling ?? this.placeAfter(block)
    block.nodes = morphRun(block.section, block.nodes, made, end)
    this.onDrawn(block)
  }

  /** Where nodes of a block go that has none yet: behind those of the nearest block before it in its section. */
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

  /** The place of a block; lines grow along the page. */
  indexOf(block: ShownBlock): number {
    const index = this.indexAtLine(block.line)
    return this.blocks[index] === block ? index : this.blocks.indexOf(block)
  }

  /** The place of the last block that starts at or before a line; -1 before the first. */
  indexAtLine(line: number): number {
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.blocks[middle]?.line ?? 0) <= line) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Guesses the height of sections that have never been laid out, so that the scroll bar does not jump. */
  guessHeights(): void {
    const lines = new Map<HTMLElement, number>()
    for (const { section, line, endLine } of this.blocks) {
      lines.set(section, (lines.get(section) ?? 0) + endLine - line + 1)
    }
    for (const [section, count] of lines) {
      const height = `auto ${count * lineHeight}px`
      if (section.style.containIntrinsicHeight !== height) section.style.containIntrinsicHeight = height
    }
  }

  private drawNotes(html: string): void {
    this.template.innerHTML = html.trimEnd()
    morphRun(this.notes, [...this.notes.childNodes], [...this.template.content.childNodes], null)
  }
}

/** Whether the page shows the block so already, or as a later text has it: answers never go backwards. */
const settlesAhead = (block: ShownBlock, html: string, version: number): boolean => {
  const { ahead } = block
  if (ahead === null || ahead.version > version) return ahead !== null
  block.ahead = null
  return ahead.html === html
}
