import { countAddresses } from '../links/long-addresses'
import type { FootnoteFact, FootnoteMark, Heading, SegmentFacts, SegmentNumbers } from '../options/env'
import type { Segment } from './segments'

/** A note as the end of the page shows it. */
export interface PageNote {
  readonly number: number
  readonly note: FootnoteFact | null
  readonly segment: Segment | null
  readonly marks: number
  readonly refs: readonly FootnoteMark[]
}

/** What can only be known of the page as a whole. */
export interface PageNumbers {
  readonly of: (segment: Segment) => SegmentNumbers
  /** Changes when anything that a segment shows of the numbers changes. */
  readonly signature: (segment: Segment) => string
  readonly headings: readonly Heading[]
  readonly notes: readonly PageNote[]
}

const noIds: readonly string[] = []
const noMarks: readonly FootnoteMark[] = []
const noHeadings: readonly Heading[] = []
const nothingWithheld: readonly boolean[] = []
/** Further tables of contents stay empty: hundreds of them, each of all headings, would make a page of their square. */
const mostTables = 3

/** Numbers footnotes in the order of their first mark and makes heading ids unique, over segments read so far. */
export const numberPage = (segments: readonly Segment[]): PageNumbers => {
  const ids = new Map<Segment, string[]>()
  const headings: Heading[] = []
  const slugger = newSlugger()
  const withTable = new Set<Segment>()
  const isTooMuch = countAddresses()
  const withheld = new Map<Segment, readonly boolean[]>()
  for (const segment of segments) {
    if (segment.facts?.hasToc && withTable.size < mostTables) withTable.add(segment)
    const addresses = segment.facts?.longAddresses.map(isTooMuch)
    if (addresses?.includes(true)) withheld.set(segment, addresses)
    if (!segment.facts || segment.facts.headings.length === 0) continue
    const own = segment.facts.headings.map(({ base, explicit }) =>
      explicit ? slugger.take(base) : slugger.unique(base),
    )
    ids.set(segment, own)
    segment.facts.headings.forEach(({ level, text, offset }, index) => {
      headings.push({ level, text, id: own[index] ?? '', line: segment.line + offset })
    })
  }
  const { marks, notes } = numberFootnotes(segments)
  const first = segments.find(({ facts }) => facts !== null && facts.headings.length > 0)
  let toc: string | null = null
  const tocSignature = (): string => {
    toc ??= JSON.stringify(headings.map(({ level, text, id }) => [level, text, id]))
    return toc
  }
  return {
    headings,
    notes,
    of: (segment) => ({
      headingIds: ids.get(segment) ?? noIds,
      titleIndex: segment === first ? 0 : -1,
      refs: marks.get(segment) ?? noMarks,
      toc: withTable.has(segment) ? headings : noHeadings,
      withheld: withheld.get(segment) ?? nothingWithheld,
    }),
    signature: (segment) => {
      const parts = [...(ids.get(segment) ?? noIds), ...(segment === first ? ['first'] : [])]
      for (const { number, occurrence } of marks.get(segment) ?? noMarks)
        parts.push(`${number}:${occurrence}`)
      if (withTable.has(segment)) parts.push(tocSignature())
      for (const one of withheld.get(segment) ?? nothingWithheld) parts.push(one ? '-' : '+')
      return parts.join(' ')
    },
  }
}

const newSlugger = () => {
  const seen = new Map<string, number>()
  return {
    take: (id: string): string => {
      if (!seen.has(id)) seen.set(id, 0)
      return id
    },
    unique: (base: string): string => {
      let id = base
      while (seen.has(id)) {
        const next = (seen.get(base) ?? 0) + 1
        seen.set(base, next)
        id = `${base}-${next}`
      }
      seen.set(id, 0)
      return id
    },
  }
}

const numberFootnotes = (segments: readonly Segment[]) => {
  const defined = new Map<string, { note: FootnoteFact; segment: Segment }>()
  for (const segment of segments) {
    for (const note of segment.facts?.footnotes ?? []) {
      if (!defined.has(note.label)) defined.set(note.label, { note, segment })
    }
  }
  const counts = new Map<string, { number: number; marks: number }>()
  const mark = (label: string): FootnoteMark => {
    const count = counts.get(label) ?? { number: counts.size + 1, marks: 0 }
    count.marks++
    counts.set(label, count)
    return { number: count.number, occurrence: count.marks }
  }
  const marks = new Map<Segment, FootnoteMark[]>()
  for (const segment of segments) {
    const refs = segment.facts?.footnoteRefs
    if (refs && refs.length > 0) marks.set(segment, refs.map(mark))
  }
  // Notes may mark further notes, which then follow at the end.
  const refsOf = new Map<string, FootnoteMark[]>()
  for (const label of counts.keys()) {
    refsOf.set(label, (defined.get(label)?.note.refs ?? []).map(mark))
  }
  const notes = [...counts].map(([label, { number, marks: count }]): PageNote => {
    const found = defined.get(label)
    return {
      number,
      note: found?.note ?? null,
      segment: found?.segment ?? null,
      marks: count,
      refs: refsOf.get(label) ?? noMarks,
    }
  })
  return { marks, notes }
}

/** True when facts say something that concerns other segments. */
export const concernsPage = (facts: SegmentFacts | null): boolean =>
  facts !== null &&
  (facts.headings.length > 0 ||
    facts.footnoteRefs.length > 0 ||
    facts.footnotes.length > 0 ||
    facts.longAddresses.length > 0 ||
    facts.hasToc)

/** Whether a segment is one paragraph that asks nothing of the page and has nothing for it. */
export const isLoneParagraph = ({ blocks, defines, facts }: Segment): boolean =>
  blocks.length === 1 &&
  blocks.every(({ isParagraph, balance, attachesBack }) => isParagraph && !balance && !attachesBack) &&
  !defines &&
  facts !== null &&
  facts.uses.size === 0 &&
  facts.awaited.size === 0 &&
  !concernsPage(facts)
