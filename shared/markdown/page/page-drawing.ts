import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { messageOf } from '../../app-error'
import type { WordFinder } from '../inlines/abbreviations'
import { type MarkdownEnv, newFacts, type SegmentFacts } from '../options/env'
import type { MarkdownOptions } from '../options/options'
import { renderSafely } from '../rules/raw-html'
import { changedBetween, definitionsOf, noDefinitions, recordedReferences } from './definitions'
import { type FootnoteSection, footnoteSection, notesSignature } from './footnote-section'
import type { PagePatch, RenderedPost } from './page'
import { concernsPage, isLoneParagraph, numberPage, type PageNumbers } from './page-numbers'
import type { PageScan, SegmentSplice } from './page-scan'
import type { Segment } from './segments'

interface Read {
  readonly tokens: Token[]
  readonly env: MarkdownEnv
}

const noFootnotes = (): FootnoteSection & { readonly signature: string } => ({
  html: '',
  facts: newFacts(),
  signature: '',
})

/** Entities and encoded addresses can become any word; escapes and typography only those that are not plain. */
const respelled = /[&%]/
const respelledSigns = /[&%\\"']|--|\.\.|\+-|\((?:c|r|tm)\)/i

/** Reads and draws the segments that a scan finds, and again those whose labels or numbers changed. */
export class PageDrawing {
  private definitions = noDefinitions
  private numbers: PageNumbers = numberPage([])
  private numbersStale = false
  private footnotes = noFootnotes()
  /** Segments without their final HTML. */
  private open = new Set<Segment>()
  private drawn = new Set<Segment>()
  private problems: { line: number; message: string }[] = []

  constructor(
    private readonly md: MarkdownIt,
    private readonly scan: PageScan,
    private readonly options: MarkdownOptions,
  ) {}

  get finished(): boolean {
    return this.open.size === 0
  }

  get waits(): boolean {
    const { footnotes, scan } = this
    return (
      footnotes.facts.awaited.size > 0 || scan.segments.some(({ facts }) => facts && facts.awaited.size > 0)
    )
  }

  reset(): void {
    this.definitions = noDefinitions
    this.numbers = numberPage([])
    this.numbersStale = false
    this.footnotes = noFootnotes()
    this.open = new Set()
  }

  /** Draws open segments, `first` ones before others and else in the order of the page, until told that it is enough. */
  drawOpen(isEnough: () => boolean, first: ReadonlySet<Segment> = new Set()): void {
    const batch = new Map<Segment, Read>()
    const open = [...this.open].sort((a, b) => Number(first.has(b)) - Number(first.has(a)) || a.line - b.line)
    for (const segment of open) {
      batch.set(segment, this.read(segment))
      if (isEnough()) break
    }
    // Once a batch: this passes over all segments.
    if (this.numbersStale) this.renumber(batch)
    for (const [segment, read] of batch) {
      this.draw(segment, read)
      this.drawn.add(segment)
    }
  }

  /** What has been drawn since the last time. */
  result(): Omit<PagePatch, 'splices'> {
    const { drawn, problems } = this
    this.drawn = new Set()
    this.problems = []
    return {
      drawn: [...drawn].map((segment) => ({
        key: segment.key,
        html: segment.html ?? '',
        lone: isLoneParagraph(segment),
      })),
      abbreviates: this.definitions.abbreviations !== null,
      footnotes: this.updateFootnotes(),
      problems,
    }
  }

  /** Opens again what waits for something that came. */
  forgetWaiting(came: (awaited: string) => boolean): void {
    const concerns = (facts: SegmentFacts | null) => facts !== null && [...facts.awaited].some(came)
    if (concerns(this.footnotes.facts)) this.footnotes = { ...this.footnotes, signature: '' }
    for (const segment of this.scan.segments) if (concerns(segment.facts)) this.reopen(segment)
  }

  page(): RenderedPost {
    const facts = [...this.scan.segments.flatMap((segment) => segment.facts ?? []), this.footnotes.facts]
    return {
      html: this.scan.segments.map(({ html }) => html ?? '').join('') + this.footnotes.html,
      headings: numberPage(this.scan.segments).headings, // an edit above moves their lines
      images: [...new Set(facts.flatMap(({ images }) => images))],
      links: [...new Set(facts.flatMap(({ links }) => links))],
      waits: this.waits,
    }
  }

  /** Takes what the scan found. */
  take(splices: readonly SegmentSplice[]): void {
    let defines = false
    for (const { removed, inserted } of splices) {
      for (const segment of removed) {
        this.open.delete(segment)
        if (concernsPage(segment.facts)) this.numbersStale = true
        defines ||= segment.defines
      }
      for (const segment of inserted) {
        this.open.add(segment)
        defines ||= segment.defines
      }
    }
    if (defines) this.redefine()
  }

  private redefine(): void {
    const definitions = definitionsOf(this.scan.segments)
    const changed = changedBetween(this.definitions, definitions)
    this.definitions = definitions
    if (!changed) return
    for (const segment of this.scan.segments) {
      if (!segment.facts) continue
      const asks = [...segment.facts.uses].some((label) => changed.labels.has(label))
      if (asks || this.mentions(segment, changed.abbreviations)) this.reopen(segment)
    }
  }

  /** May say that it does where it does not: what the text becomes can hold words that its source spells otherwise. */
  private mentions(segment: Segment, words: WordFinder | null): boolean {
    if (words === null) return false
    const source = this.scan.sourceOf(segment)
    return (words.plain ? respelled : respelledSigns).test(source) || words.isIn(source)
  }

  private reopen(segment: Segment): void {
    if (concernsPage(segment.facts)) this.numbersStale = true
    segment.facts = null
    this.open.add(segment)
  }

  private read(segment: Segment): Read {
    const facts = newFacts()
    this.options.onBlock?.(this.scan.firstLineOf(segment))
    const { references, abbreviations, footnotes } = this.definitions
    const env: MarkdownEnv = {
      facts,
      firstLine: segment.line,
      references: recordedReferences(references, facts.uses),
      footnoteLabels: {
        add: () => undefined,
        has: (label) => {
          facts.uses.add(`^${label}`)
          return footnotes.has(label)
        },
      },
    }
    if (abbreviations) env.abbreviations = abbreviations
    segment.facts = facts
    for (const { line, problem } of segment.blocks)
      if (problem) this.problems.push({ line, message: problem })
    try {
      const state = new this.md.core.State('', this.md, env)
      state.tokens = this.scan.tokensOf(segment)
      this.md.core.process(state)
      if (concernsPage(facts)) this.numbersStale = true
      return { tokens: state.tokens, env }
    } catch (error) {
      this.problems.push({ line: segment.line, message: messageOf(error) })
      return { tokens: [this.asSource(segment)], env }
    }
  }

  private draw(segment: Segment, { tokens, env }: Read): void {
    env.numbers = this.numbers.of(segment)
    segment.drawnWith = this.numbers.signature(segment)
    this.open.delete(segment)
    try {
      segment.html = renderSafely(this.md, tokens, env, this.options)
    } catch (error) {
      this.problems.push({ line: segment.line, message: messageOf(error) })
      segment.html = renderSafely(this.md, [this.asSource(segment)], env, this.options)
    }
  }

  private asSource(segment: Segment): Token {
    const token = new this.md.core.State('', this.md, {}).Token
    const source = new token('code_block', 'code', 0)
    source.content = this.scan.sourceOf(segment)
    source.attrSet('class', 'shown-as-source')
    return source
  }

  /** Makes the page's numbers anew and takes into the batch what was drawn with others. */
  private renumber(batch: Map<Segment, Read>): void {
    this.numbersStale = false
    this.numbers = numberPage(this.scan.segments)
    const before = batch.size
    for (const segment of this.scan.segments) {
      if (segment.html === null || batch.has(segment) || !concernsPage(segment.facts)) continue
      if (this.numbers.signature(segment) === segment.drawnWith) continue
      batch.set(segment, this.read(segment))
    }
    if (batch.size === before) return
    // Reading again finds the same facts in new objects; the numbers stay, what they hang on does not.
    this.numbers = numberPage(this.scan.segments)
    this.numbersStale = false
  }

  private updateFootnotes(): string | null {
    const signature = notesSignature(this.numbers)
    if (signature === this.footnotes.signature) return null
    const section = footnoteSection(this.md, this.numbers, this.options)
    const changed = section.html !== this.footnotes.html
    this.footnotes = { ...section, signature }
    return changed ? section.html : null
  }
}
