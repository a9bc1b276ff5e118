import type { Mark, Stand, Stretch } from './marks'
import { linesOf, type PieceLines } from './place-content'

const nowhere: Stretch = { from: -1, to: -1 }

interface DrawnLine {
  readonly classes: Set<string>
  indent: number
}

/** Collects the marks of a piece line by line, and how much of each line its quotes and lists have taken. */
export class PieceMarks {
  readonly lines: PieceLines
  /** Per line, the column behind the signs of the quotes and lists it is in. */
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

  /** Takes what matches where a line stands; answers the match and where it is. */
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
  /** Never in sight: blanks that an indent stands for. */
  hide({ from, to }: Stretch): void {
    if (from < to) this.add({ kind: 'markup', from, to, reach: nowhere, hangs: false })
  }
  markup({ from, to }: Stretch, reach: Stretch): void {
    if (from < to) this.add({ kind: 'markup', from, to, reach, hangs: false })
  }
  /** In sight beside the line, where it takes no place of the words. */
  hang({ from, to }: Stretch, line: number): void {
    if (from < to) this.add({ kind: 'markup', from, to, reach: this.stretchOf(line, line + 1), hangs: true })
  }
  swap({ from, to }: Stretch, stand: Stand, reach: Stretch = { from, to }): void {
    if (from < to) this.add({ kind: 'swap', from, to, reach, stand })
  }
  fold(line: number, reach: Stretch): void {
    this.add({ kind: 'folded', at: this.startOf(line), reach })
  }
}
