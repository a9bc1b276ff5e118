import { openAfter } from '../html/html-balance'
import type { SegmentFacts } from '../options/env'
import type { Block } from './block-scan'

/** Blocks that are drawn together: one, or those between raw HTML that opens in one and closes in a later one. */
export interface Segment {
  /** Names this version of the segment; an edit makes a new one. */
  readonly key: number
  line: number
  readonly lines: number
  readonly blocks: readonly Block[]
  readonly defines: boolean
  /** What was found while its text was read; null before. */
  facts: SegmentFacts | null
  /** Null until it is drawn. */
  html: string | null
  /** The numbers it was drawn with. */
  drawnWith: string
}

/** HTML that is still open after so many blocks is taken as never closed, else one stray tag would hold the page. */
export const longestGroup = 200

let lastKey = 0

/** A segment of these blocks. */
export const segmentOf = (blocks: readonly Block[]): Segment => {
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) throw new Error('A segment has blocks')
  return {
    key: ++lastKey,
    line: first.line,
    lines: last.line + last.lines - first.line,
    blocks,
    defines: blocks.some(({ defines }) => defines !== null),
    facts: null,
    html: null,
    drawnWith: '',
  }
}

/** How many of the blocks from `from` on belong together; `blockAt` answers null behind the last. */
export const groupLength = (blockAt: (index: number) => Block | null, from: number): number => {
  const first = blockAt(from)
  let length = htmlGroup(blockAt, from)
  let last = length === 1 ? first : null
  for (let next = blockAt(from + length); last?.takesAttributes && next?.attachesBack; ) {
    length++
    last = next
    next = blockAt(from + length)
  }
  return length
}

const htmlGroup = (blockAt: (index: number) => Block | null, from: number): number => {
  let open = openAfter([], blockAt(from)?.balance ?? null)
  if (open.length === 0) return 1
  for (let length = 2; length <= longestGroup; length++) {
    const block = blockAt(from + length - 1)
    if (!block) return 1
    open = openAfter(open, block.balance)
    if (open.length === 0) return length
  }
  return 1
}
