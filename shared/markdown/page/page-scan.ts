import type MarkdownIt from 'markdown-it'
import type { HeadForm } from '../../front-matter/find/forms'
import { type SplitPost, splitPost } from '../../front-matter/read/split'
import type { TextChange } from '../../text/text-change'
import { type Block, BlockScan } from './block-scan'
import { LineTable } from './line-table'
import { groupLength, longestGroup, type Segment, segmentOf } from './segments'

/** A segment by its key, its first line, and the line behind its last. */
export interface SegmentPlace {
  readonly key: number
  readonly line: number
  readonly endLine: number
}

/** The places of segments as they stand now. */
const placesOf = (segments: readonly Segment[]): SegmentPlace[] =>
  segments.map(({ key, line, lines }) => ({ key, line, endLine: line + lines }))

/** Segments that an edit replaced. */
export interface SegmentSplice {
  readonly at: number
  readonly removed: readonly Segment[]
  readonly inserted: readonly Segment[]
  /** Where the inserted ones stood then: a later splice may move them. */
  readonly places: readonly SegmentPlace[]
  /** Lines by which everything behind it moved. */
  readonly shift: number
}

// How far a block rule looks back is nothing, how far it looks ahead is to the end of the lines that follow without
// a blank one, and one block further. Two blocks, and back to a blank line, is more than any of them needs.
const blocksBack = 2

/** Heads that end where their lines do. */
const openForms: ReadonlySet<HeadForm> = new Set(['meta-lines', 'dotted-lines'])

/** The segments of a post, kept in step with edits at the cost of the edit. */
export class PageScan {
  readonly table = new LineTable()
  segments: Segment[] = []
  private head: SplitPost = splitPost('')
  private scan: BlockScan | null = null
  private waiting: Block[] = []
  /** Segments that the running `scanOn` has found. */
  foundNow = 0

  constructor(
    private readonly md: MarkdownIt,
    private readonly avoid: ReadonlySet<string>,
    private readonly onBlock?: (firstLine: string) => void,
    /** Some rule looks down to the end of the page. */
    private readonly readsToEnd = false,
  ) {}

  /** Starts anew with a text; `scanOn` finds its segments. */
  load(text: string): void {
    this.table.load(text)
    this.head = splitPost(text)
    this.segments = []
    this.waiting = []
    this.scan = this.scanFrom(this.head.bodyLine)
  }

  get scanned(): boolean {
    return this.scan === null
  }

  /** Finds further segments until told that it is enough, or until the end. */
  scanOn(isEnough: () => boolean): SegmentSplice {
    const at = this.segments.length
    this.foundNow = 0
    while (this.scan) {
      if (this.scan.done) this.scan = null
      else this.waiting.push(this.scan.next())
      // How the last blocks group is known when no later one can join them.
      let from = 0
      while (this.waiting.length - from > (this.scan ? longestGroup : 0)) {
        const length = groupLength((index) => this.waiting[index] ?? null, from)
        this.segments.push(segmentOf(this.waiting.slice(from, from + length)))
        from += length
      }
      this.waiting.splice(0, from)
      this.foundNow = this.segments.length - at
      if (isEnough()) break
    }
    const inserted = this.segments.slice(at)
    return { at, removed: [], inserted, places: placesOf(inserted), shift: 0 }
  }

  /** Takes one change of the text. The scan has to be at its end. */
  edit({ from, to, insert }: TextChange): SegmentSplice {
    const edit = this.table.replace(from, to, insert)
    const delta = edit.inserted - edit.removed
    const firstKept = edit.line + edit.removed
    const headMoved = this.updateHead(from, delta, firstKept)
    const rescan = headMoved ? 0 : Math.min(this.firstAffected(edit.line), this.firstOpenEnded())
    const start = rescan === 0 ? this.head.bodyLine : (this.segments[rescan]?.line ?? 0)
    const regroup = headMoved ? 0 : this.firstOpening(rescan)

    const stream = this.segments.slice(regroup, rescan).flatMap(({ blocks }) => blocks)
    // What begins right behind the edit may have asked whether a blank line stands before it.
    let { segment: next, block: inside } = this.firstAt(firstKept + 1)
    const scan = this.scanFrom(start)
    while (true) {
      let known = this.segments[next]?.blocks[inside]
      while (known && known.line + delta < scan.nextLine) {
        inside++
        if (inside >= (this.segments[next]?.blocks.length ?? 0)) {
          next++
          inside = 0
        }
        known = this.segments[next]?.blocks[inside]
      }
      if (known ? known.line + delta === scan.nextLine : scan.done) break
      stream.push(scan.next())
    }
    this.shift(next, inside, delta)
    const cut = this.segments[next]
    if (cut && inside > 0) {
      stream.push(...cut.blocks.slice(inside))
      next++
    }
    const { at, removed, inserted } = this.regroup(regroup, next, stream, edit.line)
    return { at, removed, inserted, places: placesOf(inserted), shift: delta }
  }

  /** Reads the blocks of a segment again. */
  tokensOf(segment: Segment) {
    return segment.blocks.flatMap((block) => {
      const tokens = block.tokens ?? this.scanFrom(block.line).next().tokens ?? []
      block.tokens = null // they are used up by reading the text inside
      return tokens
    })
  }

  firstLineOf({ line }: Segment): string {
    return this.table.text.slice(this.table.startOf(line), this.table.endOf(line))
  }

  sourceOf({ line, lines }: Segment): string {
    return this.table.text.slice(this.table.startOf(line), this.table.endOf(line + lines - 1))
  }

  private scanFrom(line: number): BlockScan {
    return new BlockScan(this.md, this.table, line, this.avoid, this.onBlock)
  }

  /** True when the body starts elsewhere than the edit alone explains. */
  private updateHead(from: number, delta: number, firstKept: number): boolean {
    const { bodyFrom, bodyLine, problem, language, form } = this.head
    // Lines without an end of their own become another head by a mark further down.
    const ends = language !== 'none' && !openForms.has(form)
    if (ends && problem === null && from > bodyFrom) return false
    const before = bodyLine
    this.head = splitPost(this.table.text)
    if (this.head.bodyLine === 0 && before === 0) return false
    return from <= bodyFrom || this.head.bodyLine !== (before >= firstKept ? before + delta : before)
  }

  private firstAffected(line: number): number {
    let index = Math.max(0, this.segmentAt(line + 1) - 1 - blocksBack)
    while (index > 0 && !this.table.isBlank((this.segments[index]?.line ?? 1) - 1)) index--
    return index
  }

  /** The first segment that anything below could change; behind all of them where there is none. */
  private firstOpenEnded(): number {
    if (!this.readsToEnd) return Number.POSITIVE_INFINITY
    const found = this.segments.findIndex(({ blocks }) => blocks.some(({ openEnded }) => openEnded))
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }

  /** The first segment before `index` whose open HTML could be closed by what is about to change. */
  private firstOpening(index: number): number {
    let first = index
    let blocks = 0
    for (let at = index - 1; at >= 0 && blocks < longestGroup; at--) {
      const segment = this.segments[at]
      blocks += segment?.blocks.length ?? 0
      if (segment?.blocks.some(({ balance }) => balance?.some((entry) => entry.startsWith('+')))) first = at
    }
    return first
  }

  /** The first segment that starts at or behind a line. */
  private segmentAt(line: number): number {
    let low = 0
    let high = this.segments.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.segments[middle]?.line ?? 0) < line) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The first block that starts at or behind a line; it may stand inside a group. */
  private firstAt(line: number): { segment: number; block: number } {
    const segment = this.segmentAt(line)
    const block = this.segments[segment - 1]?.blocks.findIndex((inside) => inside.line >= line) ?? -1
    return block < 0 ? { segment, block: 0 } : { segment: segment - 1, block }
  }

  private shift(segment: number, inside: number, delta: number): void {
    if (delta === 0) return
    for (let at = segment; at < this.segments.length; at++) {
      const moved = this.segments[at]
      if (!moved) continue
      const from = at === segment ? inside : 0
      if (from === 0) moved.line += delta
      for (let index = from; index < moved.blocks.length; index++) {
        const block = moved.blocks[index]
        if (block) {
          block.line += delta
          block.tokens = null // their lines are those of before
        }
      }
    }
  }

  /** Makes segments of `stream` and of the segments from `next` on, until they fall in step again. */
  private regroup(at: number, next: number, stream: Block[], editLine: number) {
    const fresh = stream.length
    const boundaries = new Map<number, number>()
    let pulled = next
    const blockAt = (index: number): Block | null => {
      while (index >= stream.length && pulled < this.segments.length) {
        boundaries.set(stream.length, pulled)
        stream.push(...(this.segments[pulled++]?.blocks ?? []))
      }
      return stream[index] ?? null
    }
    const made: Segment[] = []
    let from = 0
    while (from < fresh || (blockAt(from) !== null && !boundaries.has(from))) {
      const length = groupLength(blockAt, from)
      made.push(segmentOf(stream.slice(from, from + length)))
      from += length
    }
    const end = boundaries.get(from) ?? (blockAt(from) === null ? this.segments.length : next)
    const old = this.segments.slice(at, end)
    let same = 0
    while (isUnchanged(old[same], made[same], editLine)) same++
    const inserted = made.slice(same)
    const removed = old.slice(same)
    this.segments.splice(at + same, removed.length, ...inserted)
    return { at: at + same, removed, inserted }
  }
}

/** Its lines stand before those of the edit, and what follows them without a blank line makes nothing else of them. */
const isUnchanged = (old: Segment | undefined, made: Segment | undefined, editLine: number): boolean =>
  old !== undefined &&
  made !== undefined &&
  old.line === made.line &&
  old.lines === made.lines &&
  old.line + old.lines <= editLine &&
  old.blocks.length === made.blocks.length &&
  old.blocks.every((block, index) => isReadAlike(block, made.blocks[index]))

const isReadAlike = (old: Block, made: Block | undefined): boolean =>
  made !== undefined &&
  old.line === made.line &&
  old.reading === made.reading &&
  old.openEnded === made.openEnded
