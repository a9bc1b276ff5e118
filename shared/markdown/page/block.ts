import { createCounter } from '../../base/counter'
import { applyBalance, holdsRest } from '../html/html-balance'
import type { BlockFacts } from '../options/env'
import type { SourceBlock } from './source-scan'

/**
 * One top-level block of the page: a source block, or several that are rendered together because raw HTML opens in the
 * first and closes in the last, or nowhere.
 */
export interface Block {
  /** Identifies this version of the block; an edit creates a new one. */
  readonly key: number
  line: number
  readonly lines: number
  readonly sources: readonly SourceBlock[]
  readonly defines: boolean
  /** The facts found while its text was parsed; null before. */
  facts: BlockFacts | null
  /** Null until it is rendered. */
  html: string | null
  /** The numbers it was rendered with. */
  drawnWith: string
}

/** HTML still open after this many source blocks counts as closed; otherwise one stray tag would hold up the page. */
export const longestGroup = 200

const nextKey = createCounter()

/** The block that consists of these source blocks. */
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

/** How many source blocks from `from` on belong together; `sourceAt` returns null after the last one. */
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
  const open: string[] = []
  applyBalance(open, sourceAt(from)?.balance ?? null)
  if (open.length === 0) return 1
  for (let length = 2; length <= longestGroup; length++) {
    const source = sourceAt(from + length - 1)
    if (!source) return holdsRest(open) ? length - 1 : 1
    applyBalance(open, source.balance)
    if (open.length === 0) return length
  }
  return 1
}
