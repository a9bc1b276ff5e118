import { itemAt } from '../../base/item-at'
import { headingId } from '../ids/heading-ids'
import { idMaker } from '../ids/unique-ids'
import { countAddresses } from '../links/long-addresses'
import type { BlockFacts, BlockNumbers, FootnoteFact, FootnoteMark, Heading } from '../options/env'
import type { Block } from './block'

/** A note as it is shown at the end of the page. */
export interface PageNote {
  readonly number: number
  readonly note: FootnoteFact | null
  readonly block: Block | null
  readonly marks: number
  readonly refs: readonly FootnoteMark[]
}

/** What is known only for the page as a whole. */
export interface PageNumbers {
  readonly of: (block: Block) => BlockNumbers
  /** Changes whenever a number that a block shows changes. */
  readonly signature: (block: Block) => string
  readonly headings: readonly Heading[]
  readonly notes: readonly PageNote[]
}

const noIds: readonly string[] = []
const noMarks: readonly FootnoteMark[] = []
const noHeadings: readonly Heading[] = []
const nothingWithheld: readonly boolean[] = []
/** Further tables of contents stay empty: hundreds of them with all headings would make the output grow quadratically. */
const maxTables = 3

/** Numbers footnotes in the order of their first mark and makes heading ids unique, for the blocks parsed so far. */
export const numberPage = (blocks: readonly Block[]): PageNumbers => {
  const { marks, notes } = numberFootnotes(blocks)
  const ids = new Map<Block, string[]>()
  const headings: Heading[] = []
  const listed: Heading[] = []
  const idOf = idMaker()
  const withTable = new Set<Block>()
  const isTooMuch = countAddresses()
  const withheld = new Map<Block, readonly boolean[]>()
  for (const block of blocks) {
    if (block.facts?.hasToc && withTable.size < maxTables) withTable.add(block)
    const addresses = block.facts?.longAddresses.map(isTooMuch)
    if (addresses?.includes(true)) withheld.set(block, addresses)
    if (!block.facts || block.facts.headings.length === 0) continue
    const own = block.facts.headings.map((heading) => idOf(withNumbers(heading, marks.get(block) ?? noMarks)))
    ids.set(block, own)
    block.facts.headings.forEach(({ level, text, offset, unlisted }, index) => {
      const heading = { level, text, id: itemAt(own, index), line: block.line + offset }
      headings.push(heading)
      if (!unlisted) listed.push(heading)
    })
  }
  const first = blocks.find(({ facts }) => facts !== null && facts.headings.length > 0)
  let toc: string | null = null
  const tocSignature = (): string => {
    toc ??= JSON.stringify(listed.map(({ level, text, id }) => [level, text, id]))
    return toc
  }
  return {
    headings,
    notes,
    of: (block) => ({
      headingIds: ids.get(block) ?? noIds,
      titleIndex: block === first ? 0 : -1,
      refs: marks.get(block) ?? noMarks,
      toc: withTable.has(block) ? listed : noHeadings,
      withheld: withheld.get(block) ?? nothingWithheld,
    }),
    signature: (block) => {
      const parts = [...(ids.get(block) ?? noIds), ...(block === first ? ['first'] : [])]
      for (const { number, occurrence } of marks.get(block) ?? noMarks) parts.push(`${number}:${occurrence}`)
      if (withTable.has(block)) parts.push(tocSignature())
      for (const one of withheld.get(block) ?? nothingWithheld) parts.push(one ? '-' : '+')
      return parts.join(' ')
    },
  }
}

type HeadingFact = BlockFacts['headings'][number]

const withNumbers = (heading: HeadingFact, marks: readonly FootnoteMark[]): HeadingFact => {
  if (!heading.numbered) return heading
  const text = heading.numbered.map((part) => (typeof part === 'number' ? (marks[part]?.number ?? '') : part))
  return { ...heading, base: headingId(text.join('').trim(), 'github') }
}

const numberFootnotes = (blocks: readonly Block[]) => {
  const defined = new Map<string, { note: FootnoteFact; block: Block }>()
  for (const block of blocks) {
    for (const note of block.facts?.footnotes ?? []) {
      if (!defined.has(note.label)) defined.set(note.label, { note, block })
    }
  }
  const counts = new Map<string, { number: number; marks: number }>()
  const mark = (label: string): FootnoteMark => {
    const count = counts.get(label) ?? { number: counts.size + 1, marks: 0 }
    count.marks++
    counts.set(label, count)
    return { number: count.number, occurrence: count.marks }
  }
  const marks = new Map<Block, FootnoteMark[]>()
  for (const block of blocks) {
    const refs = block.facts?.footnoteRefs
    if (refs && refs.length > 0) marks.set(block, refs.map(mark))
  }
  // Notes may refer to further notes, which then follow at the end.
  const refsOf = new Map<string, FootnoteMark[]>()
  for (const label of counts.keys()) {
    refsOf.set(label, (defined.get(label)?.note.refs ?? []).map(mark))
  }
  const notes = [...counts].map(([label, { number, marks: count }]): PageNote => {
    const found = defined.get(label)
    return {
      number,
      note: found?.note ?? null,
      block: found?.block ?? null,
      marks: count,
      refs: refsOf.get(label) ?? noMarks,
    }
  })
  return { marks, notes }
}

/** Whether the facts of a block concern other blocks. */
export const concernsPage = (facts: BlockFacts | null): boolean =>
  facts !== null &&
  (facts.headings.length > 0 ||
    facts.footnoteRefs.length > 0 ||
    facts.footnotes.length > 0 ||
    facts.longAddresses.length > 0 ||
    facts.hasToc)

/** Whether a block is one paragraph that depends on nothing else on the page and affects nothing else. */
export const isLoneParagraph = ({ sources, defines, facts }: Block): boolean =>
  sources.length === 1 &&
  sources.every(
    ({ isParagraph, balance, attachesBack, openEnded }) =>
      isParagraph && !balance && !attachesBack && !openEnded,
  ) &&
  !defines &&
  facts !== null &&
  facts.uses.size === 0 &&
  facts.awaited.size === 0 &&
  !concernsPage(facts)
