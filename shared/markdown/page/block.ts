import { createCounter } from '../../base/counter'
import { openAfter } from '../html/html-balance'
import type { BlockFacts } from '../options/env'
import type { SourceBlock } from './source-scan'

/**
 * One top-level piece of the page: a source block, or those between raw HTML that opens in one and closes in a later one,
 * which are drawn together.
 */
export interface Block {
  /** Names this version of the block; an edit makes a new one. */
  readonly key: number
  line: number
  readonly lines: number
  readonly sources: readonly SourceBlock[]
  readonly defines: boolean
  /** What was found while its text was read; null before. */
  facts: BlockFacts | null
  /** Null until it is drawn. */
  html: string | null
  /** The numbers it was drawn with. */
  drawnWith: string
}

/** HTML that is still open after so many source blocks is taken as never closed, else one stray tag would hold the page. */
export const longestGroup = 200

const nextKey = createCounter()

/** The block that these source blocks make. */
export const blockOf = (sources: readonly SourceBlock[]): Block => {
  const first = sources[0]
  const last = sources.at(-1)
  if (!first || !last) throw new Error('A block has source blocks')
  return {
    key: nextKey(),
    line: first.line,
    lines: last.line + last.lines - first.line,
    sources,
    defines: sources.some(({ defines }) => defines !== null),
    facts: null,
    html: null,
    drawnWith: '',
  }
}

/** How many of the source blocks from `from` on belong together; `sourceAt` answers null behind the last. */
export const groupLength = (sourceAt: (index: number) => SourceBlock | null, from: number): number => {
  const first = sourceAt(from)
  let length = htmlGroup(sourceAt, from)
  let last = length === 1 ? first : null
  for (let next = sourceAt(from + length); last?.takesAttributes && next?.attachesBack; ) {
    length++
    last = next
    next = sourceAt(from + length)
  }
  return length
}

const htmlGroup = (sourceAt: (index: number) => SourceBlock | null, from: number): number => {
  let open = openAfter([], sourceAt(from)?.balance ?? null)
  if (open.length === 0) return 1
  for (let length = 2; length <= longestGroup; length++) {
    const source = sourceAt(from + length - 1)
    if (!source) return 1
    open = openAfter(open, source.balance)
    if (open.length === 0) return length
  }
  return 1
}
