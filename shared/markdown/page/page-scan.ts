import type MarkdownIt from 'markdown-it'
import { partitionPoint } from '../../base/partition-point'
import type { HeadForm } from '../../front-matter/find/forms'
import { type SplitPost, splitPost } from '../../front-matter/read/split'
import type { TextChange } from '../../text/text-change'
import type { MarkdownOptions } from '../options/options'
import { type Block, blockOf, groupLength, longestGroup } from './block'
import { LineTable } from './line-table'
import type { BlockPlace } from './page'
import { type SourceBlock, SourceScan } from './source-scan'

/** The current positions of blocks. */
const placesOf = (blocks: readonly Block[]): BlockPlace[] =>
  blocks.map(({ key, line, lines }) => ({ key, line, endLine: line + lines }))

/** Blocks that an edit replaced. */
export interface BlockSplice {
  readonly at: number
  readonly removed: readonly Block[]
  readonly inserted: readonly Block[]
  /** Where the inserted ones were at that time: a later splice may move them. */
  readonly places: readonly BlockPlace[]
  /** The number of lines by which everything after it moved. */
  readonly shift: number
}

// No block rule looks back, and each looks ahead at most to the next blank line and one block further. Two blocks, and
// back to a blank line, is more than any of them needs.
const blocksBack = 2

/** Forms of front matter without a closing line. */
const openForms: ReadonlySet<HeadForm> = new Set(['meta-lines', 'dotted-lines'])

/** The blocks of a post, updated at the cost of each edit. */
export class PageScan {
  readonly table = new LineTable()
  blocks: Block[] = []
  private head: SplitPost = splitPost('')
  private scan: SourceScan | null = null
  private waiting: SourceBlock[] = []
  /** The blocks that the running `scanOn` has found. */
  foundNow = 0

  constructor(
    private readonly md: MarkdownIt,
    private readonly avoid: ReadonlySet<string>,
    private readonly options: Partial<Pick<MarkdownOptions, 'features' | 'onBlock' | 'heads'>> = {},
    /** Whether a rule looks ahead to the end of the page. */
    private readonly readsToEnd = false,
  ) {}

  /** Starts with a new text; `scanOn` finds its blocks. */
  load(text: string): void {
    this.table.load(text)
    this.head = splitPost(text, this.options.heads)
    this.blocks = []
    this.waiting = []
    this.scan = this.scanFrom(this.head.bodyLine)
  }

  get scanned(): boolean {
    return this.scan === null
  }

  /** Finds further blocks until `isEnough` or the end. */
  scanOn(isEnough: () => boolean): BlockSplice {
    const at = this.blocks.length
    this.foundNow = 0
    while (this.scan) {
      if (this.scan.done) this.scan = null
      else this.waiting.push(this.scan.next())
      // The last source blocks are grouped once no later one can join them.
      let from = 0
      while (this.waiting.length - from > (this.scan ? longestGroup : 0)) {
        const length = groupLength((index) => this.waiting[index] ?? null, from)
        this.blocks.push(blockOf(this.waiting.slice(from, from + length)))
        from += length
      }
      this.waiting.splice(0, from)
      this.foundNow = this.blocks.length - at
      if (isEnough()) break
    }
    const inserted = this.blocks.slice(at)
    return { at, removed: [], inserted, places: placesOf(inserted), shift: 0 }
  }

  /** Applies one change of the text. The scan must be complete. */
  edit({ from, to, insert }: TextChange): BlockSplice {
    const edit = this.table.replace(from, to, insert)
    const delta = edit.inserted - edit.removed
    const firstKept = edit.line + edit.removed
    const headMoved = this.updateHead(from, delta, firstKept)
    const rescan = headMoved ? 0 : Math.min(this.firstAffected(edit.line), this.firstOpenEnded())
    const start = rescan === 0 ? this.head.bodyLine : (this.blocks[rescan]?.line ?? 0)
    const regroup = headMoved ? 0 : this.firstOpening(rescan)

    const stream = this.blocks.slice(regroup, rescan).flatMap(({ sources }) => sources)
    // A block right after the edit may depend on whether there is a blank line before it.
    let { block: next, source: inside } = this.firstAt(firstKept + 1)
    const scan = this.scanFrom(start)
    while (true) {
      let known = this.blocks[next]?.sources[inside]
      while (known && known.line + delta < scan.nextLine) {
        inside++
        if (inside >= (this.blocks[next]?.sources.length ?? 0)) {
          next++
          inside = 0
        }
        known = this.blocks[next]?.sources[inside]
      }
      if (known ? known.line + delta === scan.nextLine : scan.done) break
      stream.push(scan.next())
    }
    this.shift(next, inside, delta)
    const cut = this.blocks[next]
    if (cut && inside > 0) {
      stream.push(...cut.sources.slice(inside))
      next++
    }
    const { at, removed, inserted } = this.regroup(regroup, next, stream, edit.line)
    return { at, removed, inserted, places: placesOf(inserted), shift: delta }
  }

  /** Parses the source blocks of a block again. */
  tokensOf(block: Block) {
    return block.sources.flatMap((source) => {
      const tokens = source.tokens ?? this.scanFrom(source.line).next().tokens ?? []
      source.tokens = null // parsing the text inside uses them up
      return tokens
    })
  }

  firstLineOf({ line }: Block): string {
    return this.table.text.slice(this.table.startOf(line), this.table.endOf(line))
  }

  sourceOf({ line, lines }: Block): string {
    return this.table.text.slice(this.table.startOf(line), this.table.endOf(line + lines - 1))
  }

  private scanFrom(line: number): SourceScan {
    const { features, onBlock } = this.options
    return new SourceScan(this.md, this.table, line, this.avoid, features?.rawHtml === 'show', onBlock)
  }

  /** Whether the start of the body has moved by more than the edit itself. */
  private updateHead(from: number, delta: number, firstKept: number): boolean {
    const { bodyFrom, bodyLine, problem, language, form } = this.head
    // Front matter without an end of its own can change its form by a mark further down.
    const ends = language !== 'none' && !openForms.has(form)
    if (ends && problem === null && from > bodyFrom) return false
    const before = bodyLine
    this.head = splitPost(this.table.text, this.options.heads)
    if (this.head.bodyLine === 0 && before === 0) return false
    return from <= bodyFrom || this.head.bodyLine !== (before >= firstKept ? before + delta : before)
  }

  private firstAffected(line: number): number {
    let index = Math.max(0, this.blockAt(line + 1) - 1 - blocksBack)
    while (index > 0 && !this.table.isBlank((this.blocks[index]?.line ?? 1) - 1)) index--
    return index
  }

  /** The first block that anything below could change; the number of blocks if there is none. */
  private firstOpenEnded(): number {
    if (!this.readsToEnd) return Number.POSITIVE_INFINITY
    const found = this.blocks.findIndex(({ sources }) => sources.some(({ openEnded }) => openEnded))
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }

  /** The first block before `index` whose open HTML the change could close. */
  private firstOpening(index: number): number {
    let first = index
    let sources = 0
    for (let at = index - 1; at >= 0 && sources < longestGroup; at--) {
      const block = this.blocks[at]
      sources += block?.sources.length ?? 0
      if (block?.sources.some(({ balance }) => balance?.some((entry) => entry.startsWith('+')))) first = at
    }
    return first
  }

  /** The first block that starts at or after a line. */
  private blockAt(line: number): number {
    return partitionPoint(this.blocks.length, (at) => (this.blocks[at]?.line ?? 0) < line)
  }

  /** The first source block that starts at or after a line; it may be inside a group. */
  private firstAt(line: number): { block: number; source: number } {
    const block = this.blockAt(line)
    const source = this.blocks[block - 1]?.sources.findIndex((inside) => inside.line >= line) ?? -1
    return source < 0 ? { block, source: 0 } : { block: block - 1, source }
  }

  private shift(block: number, inside: number, delta: number): void {
    if (delta === 0) return
    for (let at = block; at < this.blocks.length; at++) {
      const moved = this.blocks[at]
      if (!moved) continue
      const from = at === block ? inside : 0
      if (from === 0) moved.line += delta
      for (let index = from; index < moved.sources.length; index++) {
        const source = moved.sources[index]
        if (source) {
          source.line += delta
          source.tokens = null // their lines are from before the edit
        }
      }
    }
  }

  /** Builds blocks from `stream` and the blocks from `next` on, until they match again. */
  private regroup(at: number, next: number, stream: SourceBlock[], editLine: number) {
    const fresh = stream.length
    const boundaries = new Map<number, number>()
    let pulled = next
    const sourceAt = (index: number): SourceBlock | null => {
      while (index >= stream.length && pulled < this.blocks.length) {
        boundaries.set(stream.length, pulled)
        stream.push(...(this.blocks[pulled++]?.sources ?? []))
      }
      return stream[index] ?? null
    }
    const made: Block[] = []
    let from = 0
    while (from < fresh || (sourceAt(from) !== null && !boundaries.has(from))) {
      const length = groupLength(sourceAt, from)
      made.push(blockOf(stream.slice(from, from + length)))
      from += length
    }
    const end = boundaries.get(from) ?? (sourceAt(from) === null ? this.blocks.length : next)
    const old = this.blocks.slice(at, end)
    let same = 0
    while (isUnchanged(old[same], made[same], editLine)) same++
    const inserted = made.slice(same)
    const removed = old.slice(same)
    this.blocks.splice(at + same, removed.length, ...inserted)
    return { at: at + same, removed, inserted }
  }
}

/** Whether a block ends before the edit, and what follows it without a blank line cannot change it. */
const isUnchanged = (old: Block | undefined, made: Block | undefined, editLine: number): boolean =>
  old !== undefined &&
  made !== undefined &&
  old.line === made.line &&
  old.lines === made.lines &&
  old.line + old.lines <= editLine &&
  old.sources.length === made.sources.length &&
  old.sources.every((source, index) => isReadAlike(source, made.sources[index]))

const isReadAlike = (old: SourceBlock, made: SourceBlock | undefined): boolean =>
  made !== undefined &&
  old.line === made.line &&
  old.reading === made.reading &&
  old.openEnded === made.openEnded
