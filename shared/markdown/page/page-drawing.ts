import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { messageOf } from '../../app-error'
import type { WordFinder } from '../inlines/abbreviations'
import { type BlockFacts, type MarkdownEnv, newFacts } from '../options/env'
import type { MarkdownOptions } from '../options/options'
import { renderSafely } from '../rules/raw-html'
import type { Block } from './block'
import { changedBetween, definitionsOf, noDefinitions, recordedReferences } from './definitions'
import { type FootnoteSection, footnoteSection, notesSignature } from './footnote-section'
import type { PagePatch, RenderedPost } from './page'
import { concernsPage, isLoneParagraph, numberPage, type PageNumbers } from './page-numbers'
import type { BlockSplice, PageScan } from './page-scan'

interface Read {
  readonly tokens: Token[]
  readonly env: MarkdownEnv
}

const noFootnotes = (): FootnoteSection & { readonly signature: string } => ({
  html: '',
  facts: newFacts(),
  signature: '',
})

/** Entities and encoded addresses can become any word; escapes and typography only words with special characters. */
const respelled = /[&%]/
const respelledSigns = /[&%\\"']|--|\.\.|\+-|\((?:c|r|tm)\)/i

/** Parses and renders the blocks that a scan finds, and again those whose labels or numbers have changed. */
export class PageDrawing {
  private definitions = noDefinitions
  private numbers: PageNumbers = numberPage([])
  private numbersStale = false
  private footnotes = noFootnotes()
  /** Blocks without their final HTML. */
  private open = new Set<Block>()
  private drawn = new Set<Block>()
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
      footnotes.facts.awaited.size > 0 || scan.blocks.some(({ facts }) => facts && facts.awaited.size > 0)
    )
  }

  reset(): void {
    this.definitions = noDefinitions
    this.numbers = numberPage([])
    this.numbersStale = false
    this.footnotes = noFootnotes()
    this.open = new Set()
  }

  /** Renders open blocks, `first` ones before others, otherwise in page order, until `isEnough`. */
  drawOpen(isEnough: () => boolean, first: ReadonlySet<Block> = new Set()): void {
    const batch = new Map<Block, Read>()
    const open = [...this.open].sort((a, b) => Number(first.has(b)) - Number(first.has(a)) || a.line - b.line)
    for (const block of open) {
      batch.set(block, this.read(block))
      if (isEnough()) break
    }
    // Once per batch, since it goes through all blocks.
    if (this.numbersStale) this.renumber(batch)
    for (const [block, read] of batch) {
      this.draw(block, read)
      this.drawn.add(block)
    }
  }

  /** What has been rendered since the last call. */
  result(): Omit<PagePatch, 'splices'> {
    const { drawn, problems } = this
    this.drawn = new Set()
    this.problems = []
    return {
      drawn: [...drawn].map((block) => ({
        key: block.key,
        html: block.html ?? '',
        lone: isLoneParagraph(block),
      })),
      abbreviates: this.definitions.abbreviations !== null,
      footnotes: this.updateFootnotes(),
      problems,
    }
  }

  /** Reopens the blocks that waited for something that is now loaded. */
  forgetWaiting(hasArrived: (awaited: string) => boolean): void {
    const concerns = (facts: BlockFacts | null) => facts !== null && [...facts.awaited].some(hasArrived)
    if (concerns(this.footnotes.facts)) this.footnotes = { ...this.footnotes, signature: '' }
    for (const block of this.scan.blocks) if (concerns(block.facts)) this.reopen(block)
  }

  page(): RenderedPost {
    const facts = [...this.scan.blocks.flatMap((block) => block.facts ?? []), this.footnotes.facts]
    return {
      html: this.scan.blocks.map(({ html }) => html ?? '').join('') + this.footnotes.html,
      headings: numberPage(this.scan.blocks).headings, // an edit above moves their lines
      images: [...new Set(facts.flatMap(({ images }) => images))],
      links: [...new Set(facts.flatMap(({ links }) => links))],
      waits: this.waits,
    }
  }

  /** Adds what the scan found. */
  take(splices: readonly BlockSplice[]): void {
    let defines = false
    for (const { removed, inserted } of splices) {
      for (const block of removed) {
        this.open.delete(block)
        if (concernsPage(block.facts)) this.numbersStale = true
        defines ||= block.defines
      }
      for (const block of inserted) {
        this.open.add(block)
        defines ||= block.defines
      }
    }
    if (defines) this.redefine()
  }

  private redefine(): void {
    const definitions = definitionsOf(this.scan.blocks, this.options.features.grammar === 'kramdown')
    const changed = changedBetween(this.definitions, definitions)
    this.definitions = definitions
    if (!changed) return
    for (const block of this.scan.blocks) {
      if (!block.facts) continue
      const asks = [...block.facts.uses].some((label) => changed.labels.has(label))
      if (asks || this.mentions(block, changed.abbreviations)) this.reopen(block)
    }
  }

  /** May give false positives: the rendered text can contain words that the source spells differently. */
  private mentions(block: Block, words: WordFinder | null): boolean {
    if (words === null) return false
    const source = this.scan.sourceOf(block)
    return (words.plain ? respelled : respelledSigns).test(source) || words.isIn(source)
  }

  private reopen(block: Block): void {
    if (concernsPage(block.facts)) this.numbersStale = true
    block.facts = null
    this.open.add(block)
  }

  private read(block: Block): Read {
    const facts = newFacts()
    this.options.onBlock?.(this.scan.firstLineOf(block))
    const { references, abbreviations, footnotes } = this.definitions
    const env: MarkdownEnv = {
      facts,
      firstLine: block.line,
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
    block.facts = facts
    for (const { line, problem } of block.sources) if (problem) this.problems.push({ line, message: problem })
    try {
      const state = new this.md.core.State('', this.md, env)
      state.tokens = this.scan.tokensOf(block)
      this.md.core.process(state)
      if (concernsPage(facts)) this.numbersStale = true
      return { tokens: state.tokens, env }
    } catch (error) {
      this.problems.push({ line: block.line, message: messageOf(error) })
      return { tokens: [this.asSource(block)], env }
    }
  }

  private draw(block: Block, { tokens, env }: Read): void {
    env.numbers = this.numbers.of(block)
    block.drawnWith = this.numbers.signature(block)
    this.open.delete(block)
    try {
      block.html = renderSafely(this.md, tokens, env, this.options)
    } catch (error) {
      this.problems.push({ line: block.line, message: messageOf(error) })
      block.html = renderSafely(this.md, [this.asSource(block)], env, this.options)
    }
  }

  private asSource(block: Block): Token {
    const token = new this.md.core.State('', this.md, {}).Token
    const source = new token('code_block', 'code', 0)
    source.content = this.scan.sourceOf(block)
    source.attrSet('class', 'shown-as-source')
    return source
  }

  /** Numbers the page again and adds to the batch what was rendered with other numbers. */
  private renumber(batch: Map<Block, Read>): void {
    this.numbersStale = false
    this.numbers = numberPage(this.scan.blocks)
    const before = batch.size
    for (const block of this.scan.blocks) {
      if (block.html === null || batch.has(block) || !concernsPage(block.facts)) continue
      if (this.numbers.signature(block) === block.drawnWith) continue
      batch.set(block, this.read(block))
    }
    if (batch.size === before) return
    // Parsing again finds the same facts as new objects: the numbers stay the same, but their keys do not.
    this.numbers = numberPage(this.scan.blocks)
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
