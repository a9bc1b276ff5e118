import type { Mark, Stand, Stretch } from './marks'
import { linesOf, type PieceLines } from './place-content'

const nowhere: Stretch = { from: -1, to: -1 }

interface DrawnLine {
  readonly classes: Set<string>
  indent: number
}

/** Collects the marks of a piece by line, and the column after the marks of quotes and lists in each line. */
export class PieceMarks {
  readonly lines: PieceLines
  /** Per line, the column after the marks of its quotes and lists. */
  readonly columns: number[]
  private readonly drawn: DrawnLine[]
  private readonly collected: Mark[] = []

  constructor(source: string) {
    this.lines = linesOf(source)
    this.columns = this.lines.texts.map(() => 0)
    this.drawn = this.lines.texts.map(() => ({ classes: new Set(), indent: 0 }))
  }

  get marks(): Mark[] {
    const lines = this.drawn.flatMap(({ classes, indent }, line): Mark[] =>
      classes.size === 0 && indent === 0
        ? []
        : [{ kind: 'line', at: this.startOf(line), className: [...classes].join(' '), indent }],
    )
    return [...lines, ...this.collected]
  }

  add(...marks: readonly Mark[]): void {
    this.collected.push(...marks)
  }

  textOf(line: number): string {
    return this.lines.texts[line] ?? ''
  }
  startOf(line: number): number {
    return this.lines.starts[line] ?? 0
  }
  endOf(line: number): number {
    return this.startOf(line) + this.textOf(line).length
  }
  columnOf(line: number): number {
    return this.columns[line] ?? 0
  }
  /** The text of some lines, from the first one's start to the last one's end. */
  stretchOf(first: number, end: number): Stretch {
    return { from: this.startOf(first), to: this.endOf(Math.max(first, end - 1)) }
  }

  drawLine(line: number, className: string, indent = 0): void {
    const drawn = this.drawn[line]
    if (!drawn) return
    for (const name of className.split(' ')) if (name !== '') drawn.classes.add(name)
    drawn.indent += indent
  }

  /** The indent of a line so far. */
  indentOf(line: number): number {
    return this.drawn[line]?.indent ?? 0
  }

  /** Consumes a match at the current column of a line; returns the match and its position. */
  take(line: number, pattern: RegExp): (Stretch & { readonly found: RegExpExecArray }) | null {
    pattern.lastIndex = this.columnOf(line)
    const found = pattern.exec(this.textOf(line))
    if (!found) return null
    const from = this.startOf(line) + found.index
    this.columns[line] = found.index + found[0].length
    return { found, from, to: from + found[0].length }
  }

  style({ from, to }: Stretch, className: string): void {
    if (from < to) this.add({ kind: 'style', from, to, className })
  }
  /** Never shown: spaces that are rendered as an indent. */
  hide({ from, to }: Stretch): void {
    if (from < to) this.add({ kind: 'markup', from, to, reach: nowhere, stands: 'among' })
  }
  markup({ from, to }: Stretch, reach: Stretch): void {
    if (from < to) this.add({ kind: 'markup', from, to, reach, stands: 'among' })
  }
  /** Shown beside the line, without moving the text. */
  hang({ from, to }: Stretch, line: number): void {
    if (from >= to) return
    this.drawLine(line, 'live-hung')
    this.add({ kind: 'markup', from, to, reach: this.stretchOf(line, line + 1), stands: 'beside' })
  }
  swap({ from, to }: Stretch, stand: Stand, reach: Stretch = { from, to }): void {
    if (from < to) this.add({ kind: 'swap', from, to, reach, stand })
  }
  fold(line: number, reach: Stretch): void {
    this.add({ kind: 'folded', at: this.startOf(line), reach })
  }
}
