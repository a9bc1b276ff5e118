import type MarkdownIt from 'markdown-it'
import type { StateBlock, Token } from 'markdown-it'
import { messageOf } from '../../app-error'
import { htmlBalance } from '../html/html-balance'
import type { LinkReference, MarkdownEnv } from '../options/env'
import type { LineTable } from './line-table'

/** What a block defines for the page. */
interface Definitions {
  readonly references: Readonly<Record<string, LinkReference>> | null
  readonly abbreviations: Readonly<Record<string, string>> | null
  readonly footnotes: ReadonlySet<string> | null
}

/** One top-level block of a post's source, parsed by the block rules but not yet inline. Lines are those at that time. */
export interface SourceBlock {
  line: number
  readonly lines: number
  /** Block tokens with absolute lines; dropped after use. */
  tokens: Token[] | null
  readonly defines: Definitions | null
  /** Raw HTML that it leaves open (`+details`) or closes (`-details`), in order; null for almost all blocks. */
  readonly balance: readonly string[] | null
  /** A paragraph of attributes that belongs to the list or table before it. */
  readonly attachesBack: boolean
  readonly takesAttributes: boolean
  readonly isParagraph: boolean
  /** Text any distance further down could turn it into another block. */
  readonly openEnded: boolean
  /** Everything that was parsed, for a block directly followed by another one that may affect it; otherwise null. */
  readonly reading: string | null
  /** Why it is shown as source; null for blocks that could be parsed. */
  readonly problem: string | null
}

/**
 * Parses top-level blocks one by one from a line on. Only the text from that line on determines the next block (labels are
 * looked up later), so a scan can start at any block and stop where it reaches known blocks again.
 */
export class SourceScan {
  private readonly rules
  private state: StateBlock
  private problem: string | null = null
  private env: MarkdownEnv = {}

  constructor(
    private readonly md: MarkdownIt,
    private readonly table: LineTable,
    private line: number,
    /** First lines of blocks that are shown as source because parsing them took too long before. */
    private readonly avoid: ReadonlySet<string>,
    /** Raw HTML is part of the page. */
    private readonly hasHtml: boolean,
    private readonly onSource?: (firstLine: string) => void,
  ) {
    this.rules = md.block.ruler.getRules('')
    this.state = table.stateFor(md, this.env, [])
    this.skipBlank()
  }

  /** The line in which the next block starts; the number of lines if there is none. */
  get nextLine(): number {
    return this.line
  }

  get done(): boolean {
    return this.line >= this.table.lineCount
  }

  next(): SourceBlock {
    const { state } = this
    const start = this.line
    this.env = {}
    this.problem = null
    state.env = this.env
    state.tokens = []
    state.line = start
    this.forgetBefore()
    this.onSource?.(this.firstLine())
    if (this.avoid.size > 0 && this.avoid.has(this.firstLine())) this.readAsSource()
    else this.readByRules()
    if (this.state.line <= start) throw new Error(`No rule reads line ${start + 1}`)
    this.line = this.state.line
    const block = this.sourceOf(start, this.line, this.state.tokens)
    this.skipBlank()
    return block
  }

  // Rules leave values behind: the alert rule, tested for whether it ends a paragraph, leaves where it would end itself.
  private forgetBefore(): void {
    const { state, table } = this
    state.lineMax = table.lineCount
    state.parentType = 'root'
    state.blkIndent = 0
    state.listIndent = -1
    state.ddIndent = -1
    state.tight = false
    state.level = 0
  }

  private readByRules(): void {
    const { table, line } = this
    try {
      for (const rule of this.rules) if (rule(this.state, line, table.lineCount, false)) break
    } catch (error) {
      // Rules change the line table while parsing and may have stopped in the middle.
      table.load(table.text)
      this.state = table.stateFor(this.md, this.env, [])
      this.readAsSource()
      this.problem = messageOf(error)
    }
  }

  /** The text of the line in which the next block starts. */
  firstLine(): string {
    return this.table.text.slice(this.table.startOf(this.line), this.table.endOf(this.line))
  }

  private readAsSource(): void {
    const { state, table, line } = this
    state.line = line + 1
    while (state.line < table.lineCount && !table.isBlank(state.line)) state.line++
    const token = state.push('code_block', 'code', 0)
    token.content = table.text.slice(table.startOf(line), table.endOf(state.line - 1))
    token.map = [line, state.line]
    token.attrSet('class', 'shown-as-source')
  }

  private sourceOf(line: number, end: number, tokens: Token[]): SourceBlock {
    const first = tokens[0]
    const defines = definedBy(this.env)
    return {
      line,
      lines: end - line,
      tokens,
      problem: this.problem,
      openEnded: this.env.openEnded === true,
      defines,
      reading: this.table.isBlank(end) ? null : readingOf(line, tokens, defines),
      balance: this.hasHtml ? htmlBalance(tokens) : null,
      attachesBack: isAttributes(tokens),
      takesAttributes:
        first?.type === 'bullet_list_open' ||
        first?.type === 'ordered_list_open' ||
        first?.type === 'table_open',
      isParagraph: tokens.length === 3 && first?.type === 'paragraph_open',
    }
  }

  private skipBlank(): void {
    while (this.line < this.table.lineCount && this.table.isBlank(this.line)) this.line++
  }
}

const definedBy = (env: MarkdownEnv): Definitions | null => {
  const { references = null, abbreviations = null, footnoteLabels } = env
  const footnotes = footnoteLabels instanceof Set ? (footnoteLabels as ReadonlySet<string>) : null
  return references || abbreviations || footnotes ? { references, abbreviations, footnotes } : null
}

const readingOf = (line: number, tokens: readonly Token[], defines: Definitions | null): string =>
  JSON.stringify([
    tokens.map(({ type, tag, info, content, attrs, hidden, meta, map }) => [
      type,
      tag,
      info,
      content,
      attrs,
      hidden,
      meta,
      map?.map((at) => at - line),
    ]),
    defines?.references,
    defines?.abbreviations,
    defines?.footnotes && [...defines.footnotes],
  ])

const isAttributes = (tokens: readonly Token[]): boolean => {
  const text = tokens.length === 3 && tokens[0]?.type === 'paragraph_open' ? tokens[1]?.content : undefined
  return text?.startsWith('{') === true && text.endsWith('}')
}
