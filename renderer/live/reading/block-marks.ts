import type { Token } from 'markdown-it'
import type { RowCell } from '../../../shared/tables/row-cells'
import { plainText } from '../../../shared/text/excerpt'
import { drawDefinition, drawItem, drawNote } from './hanging-marks'
import { inlineMarks, type WordRules } from './inline-marks'
import type { Reading } from './marks'
import { PieceMarks } from './piece-marks'
import { placeContent } from './place-content'
import { type TableRows, tableMarks } from './table-marks'
import { chipOf } from './tag-chip'
import type { TracedToken } from './traced-inline'

/** How the inline text of blocks is parsed. */
export interface InlineReading {
  readonly taskLists: boolean
  readonly trace: (content: string) => readonly TracedToken[]
  readonly rules: WordRules
}

/** The bars that the theme has; deeper levels share the last one. */
const maxBars = 6
const quoteSign = /[ \t]{0,3}>[ \t]?/y
const longestName = 150

const nameOfTask = (content: string): string => {
  const words = plainText(content.slice(0, 4 * longestName))
    .replace(/\s+/g, ' ')
    .trim()
  return words.length <= longestName ? words : `${words.slice(0, longestName).replace(/\s\S*$/, '')}…`
}

const taskSign = /\[([ xX\u00a0])\](?=[ \u00a0\t])[ \u00a0\t]?/y
const headingSign = /[ \t]{0,3}#{1,6}(?:[ \t]+|$)/y
const closingSigns = /[ \t]+#+[ \t]*$/

/** The marks of a piece's blocks and their inline text. */
export const readBlocks = (source: string, tokens: readonly Token[], words: InlineReading): Reading =>
  new BlockReader(new PieceMarks(source), tokens, words).read()

class BlockReader {
  private cells: ReadonlyMap<number, RowCell[]> = new Map()
  /** The cells of the current row; the renderer fills up short rows. */
  private row: RowCell[] = []
  private rowLine = 0

  constructor(
    private readonly piece: PieceMarks,
    private readonly tokens: readonly Token[],
    private readonly words: InlineReading,
  ) {}

  read(): Reading {
    for (const [index, token] of this.tokens.entries()) this.readToken(token, index)
    // Link definitions, of which the page shows nothing.
    if (this.tokens.length === 0) this.eachLine(0, this.piece.lines.texts.length, 'live-definition')
    return this.piece.marks
  }

  private readToken(token: Token, index: number): void {
    const [first, end] = token.map ?? [0, 0]
    const { piece } = this
    switch (token.type) {
      case 'blockquote_open':
        this.quote(first, end, '')
        break
      case 'alert_open':
        this.alert(token, this.tokens[index + 1], this.tokens[index + 2]?.content ?? '')
        break
      case 'list_item_open':
        drawItem(piece, first, end)
        break
      case 'heading_open':
        this.heading(token, first, end)
        break
      case 'hr':
        piece.swap(this.restOf(first), { kind: 'rule' })
        break
      case 'fence':
        this.fence(token, first, end)
        break
      case 'code_block':
        this.eachLine(first, end, 'live-code')
        break
      case 'html_block':
      case 'mdx_hidden':
        this.eachLine(first, end, 'live-html-block')
        break
      case 'container_any_open':
        this.fenced(first, end)
        break
      case 'math_block':
        this.formula(token, first, end)
        break
      case 'kramdown_math':
        if (this.words.rules.formulas) this.formula(token, first, end)
        break
      case 'dialect_block':
        this.chip(token, first, end)
        break
      case 'footnote_open':
        drawNote(piece, first, Math.max(end, this.noteEnd(index)))
        break
      case 'dt_open':
        piece.drawLine(first, 'live-term')
        break
      case 'dd_open':
        drawDefinition(piece, first, end)
        break
      case 'table_open':
        this.cells = tableMarks(piece, first, end, this.rowsFrom(index))
        break
      case 'tr_open':
        this.rowLine = first
        this.row = [...(this.cells.get(first) ?? [])]
        break
      case 'inline':
        this.inline(token, this.tokens[index - 1], this.tokens[index - 2])
        break
    }
  }

  private rowsFrom(index: number): TableRows {
    const rows = new Map<number, boolean>()
    let isHead = false
    for (let at = index; at < this.tokens.length; at++) {
      const token = this.tokens[at]
      if (!token || token.type === 'table_close') break
      if (token.type === 'thead_open') isHead = true
      else if (token.type === 'thead_close') isHead = false
      else if (token.type === 'tr_open' && token.map) rows.set(token.map[0], isHead)
    }
    return rows
  }

  /** The line below the last block of the footnote that opens at this token. */
  private noteEnd(index: number): number {
    let end = 0
    for (let at = index; at < this.tokens.length; at++) {
      const token = this.tokens[at]
      if (!token || token.type === 'footnote_close') break
      end = Math.max(end, token.map?.[1] ?? 0)
    }
    return end
  }

  /** The rest of a line after the marks of its quotes and lists. */
  private restOf(line: number) {
    const { piece } = this
    const text = piece.textOf(line)
    const column = piece.columnOf(line)
    const blank = text.length - column - text.slice(column).trimStart().length
    return { from: piece.startOf(line) + column + blank, to: piece.endOf(line) }
  }

  private eachLine(first: number, end: number, className: string): void {
    for (let line = first; line < end; line++) {
      const isFirst = line === first ? `${className}-first` : ''
      const isLast = line === end - 1 ? `${className}-last` : ''
      this.piece.drawLine(line, `${className} ${isFirst} ${isLast}`)
    }
  }

  /** Each level of a quote has a bar at its own indent. */
  private quote(first: number, end: number, className: string): void {
    for (let line = first; line < end; line++) {
      const bar = Math.min(maxBars - 1, this.piece.indentOf(line))
      this.piece.drawLine(line, `live-quote live-bar-${bar} ${className}`, 1)
      const sign = this.piece.take(line, quoteSign)
      if (sign) this.piece.hang(sign, line)
    }
  }

  private alert(token: Token, title: Token | undefined, name: string): void {
    const first = title?.map?.[0] ?? token.map?.[0] ?? 0
    const kind = token.markup
    this.quote(first, Math.max(token.map?.[1] ?? first, first + 1), `live-alert live-alert-${kind}`)
    this.piece.swap(this.restOf(first), { kind: 'text', text: name, className: 'live-alert-title' })
  }

  private heading(token: Token, first: number, end: number): void {
    const { piece } = this
    const isSetext = !token.markup.startsWith('#')
    for (let line = first; line < (isSetext ? end - 1 : end); line++)
      piece.drawLine(line, `live-heading live-${token.tag}`)
    if (isSetext) {
      piece.drawLine(end - 1, 'live-underline')
      piece.markup(this.restOf(end - 1), piece.stretchOf(first, end))
      return
    }
    const closing = closingSigns.exec(piece.textOf(first))
    const sign = piece.take(first, headingSign)
    if (sign) piece.hang(sign, first)
    if (closing && piece.columnOf(first) <= closing.index) {
      piece.markup(
        { from: piece.startOf(first) + closing.index, to: piece.endOf(first) },
        piece.stretchOf(first, end),
      )
    }
  }

  private fence(token: Token, first: number, end: number): void {
    const { piece } = this
    this.eachLine(first, end, 'live-code')
    const reach = piece.stretchOf(first, end)
    const open = this.restOf(first)
    piece.drawLine(first, 'live-fence')
    piece.markup({ from: open.from, to: open.from + token.markup.length }, reach)
    piece.style({ from: open.from + token.markup.length, to: open.to }, 'live-info')
    const last = this.restOf(end - 1)
    if (
      end - 1 > first &&
      piece
        .textOf(end - 1)
        .trim()
        .endsWith(token.markup)
    ) {
      piece.drawLine(end - 1, 'live-fence')
      piece.markup(last, reach)
    }
  }

  /** `::: name` and its end: marks on their own lines. */
  private fenced(first: number, end: number): void {
    const { piece } = this
    for (let line = first; line < end; line++) piece.drawLine(line, 'live-container')
    for (const line of [first, end - 1, end])
      if (piece.textOf(line).trim().startsWith(':::')) piece.style(this.restOf(line), 'live-signs')
  }

  private formula(token: Token, first: number, end: number): void {
    const { piece } = this
    let last = end - 1
    while (last > first && piece.textOf(last).trim() === '') last--
    const reach = piece.stretchOf(first, last + 1)
    for (let line = first; line < last; line++) piece.fold(line, reach)
    this.eachLine(first, last + 1, 'live-math')
    if (/^(?:\$\$|\\\[)$/.test(piece.textOf(first).trim())) piece.style(this.restOf(first), 'live-signs')
    piece.markup(this.restOf(last), reach)
    piece.add({
      kind: 'beside',
      at: piece.endOf(last),
      stand: { kind: 'formula', tex: token.content, display: true },
    })
  }

  private chip(token: Token, first: number, end: number): void {
    const { piece } = this
    const reach = piece.stretchOf(first, end)
    for (let line = first + 1; line < end; line++) piece.fold(line, reach)
    piece.swap(this.restOf(first), chipOf(token.info, token.content), reach)
  }

  private inline(token: Token, before: Token | undefined, item: Token | undefined): void {
    if (before?.type === 'alert_title_open') return // drawn with its mark
    const { piece, words } = this
    let [line = 0] = token.map ?? []
    let { content } = token
    let column: number
    if (before?.type === 'th_open' || before?.type === 'td_open') {
      const cell = this.row.shift()
      if (!cell) return
      line = this.rowLine
      column = cell.textFrom
    } else {
      const isItem = item?.type === 'list_item_open' && before?.type === 'paragraph_open'
      const task = words.taskLists && isItem ? piece.take(line, taskSign) : null
      if (task) {
        content = content.slice(task.found[0].length)
        piece.drawLine(line, task.found[1]?.trim() ? 'live-task live-task-done' : 'live-task')
        const ticked = /x/i.test(task.found[1] ?? '')
        piece.swap(task, { kind: 'task', ticked, name: nameOfTask(content) })
      }
      const [start = ''] = content.split('\n', 1)
      column = piece.textOf(line).indexOf(start, piece.columnOf(line))
    }
    if (content.trim() === '') return
    const place = placeContent(content, piece.lines, line, column)
    if (place) piece.add(...inlineMarks(content, words.trace(content), place, words.rules))
  }
}
