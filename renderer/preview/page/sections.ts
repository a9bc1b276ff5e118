const sectionSize = 8
const largestSection = 16
const partSize = 32
const largestPart = 64
const lineHeight = 26

/** A block in a section of the page. */
export interface PlacedBlock {
  readonly line: number
  readonly endLine: number
  readonly nodes: readonly ChildNode[]
  section: HTMLElement
}

/**
 * Groups the blocks of a page in sections that the browser skips when not visible. Sections are small, because a visible
 * one is laid out and painted with each key, and are grouped in parts, because checking all sections takes 2 ms per frame
 * at 5 MB.
 */
export class PageSections {
  private readonly counts = new Map<HTMLElement, number>()

  constructor(private readonly post: HTMLElement) {}

  clear(): void {
    this.post.replaceChildren()
    this.counts.clear()
  }

  /** The section for a new block between blocks in `before` and `next`; without `next`, at the end of the page. */
  sectionFor(before: HTMLElement | undefined, next: HTMLElement | undefined): HTMLElement {
    const last = before ?? next
    if (last && (next || this.countOf(last) < sectionSize)) return last
    return this.addBehind(last)
  }

  /** Updates the number of blocks in a section; removes an empty section. */
  count(section: HTMLElement, by: number): void {
    const count = this.countOf(section) + by
    this.counts.set(section, count)
    if (count > 0) return
    this.counts.delete(section)
    const part = section.parentElement
    section.remove()
    if (part?.childElementCount === 0) part.remove()
  }

  /** Splits a section that has grown too large; its blocks are among `blocks`. */
  divide(section: HTMLElement, blocks: readonly PlacedBlock[]): void {
    const count = this.countOf(section)
    if (count <= largestSection) return
    const first = blocks.findIndex((block) => block.section === section)
    let current = section
    for (let index = sectionSize; index < count; index++) {
      if (index % sectionSize === 0) current = this.addBehind(current)
      const block = blocks[first + index]
      if (!block) break
      current.append(...block.nodes)
      block.section = current
      this.counts.set(section, this.countOf(section) - 1)
      this.counts.set(current, this.countOf(current) + 1)
    }
  }

  /** Guesses the height of what has never been laid out, so that the scroll bar does not jump. */
  guessHeights(blocks: readonly PlacedBlock[]): void {
    const lines = new Map<HTMLElement, number>()
    for (const { section, line, endLine } of blocks) {
      for (const box of [section, section.parentElement ?? section]) {
        lines.set(box, (lines.get(box) ?? 0) + endLine - line + 1)
      }
    }
    for (const [box, count] of lines) {
      const height = `auto ${count * lineHeight}px`
      if (box.style.containIntrinsicHeight !== height) box.style.containIntrinsicHeight = height
    }
  }

  private countOf(section: HTMLElement): number {
    return this.counts.get(section) ?? 0
  }

  private addBehind(before: HTMLElement | undefined): HTMLElement {
    const section = this.post.ownerDocument.createElement('page-section')
    this.counts.set(section, 0)
    const part = before?.parentElement ?? this.addPart(null)
    part.insertBefore(section, before?.nextSibling ?? null)
    if (
      part.lastChild === section ? part.childElementCount > partSize : part.childElementCount > largestPart
    ) {
      const next = this.addPart(part)
      next.append(...[...part.children].slice(partSize))
    }
    return section
  }

  private addPart(before: HTMLElement | null): HTMLElement {
    const part = this.post.ownerDocument.createElement('page-part')
    if (before) before.after(part)
    else this.post.append(part)
    return part
  }
}
