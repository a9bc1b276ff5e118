import type MarkdownIt from 'markdown-it'
import type { StateBlock, Token } from 'markdown-it'
import { partitionPoint } from '../../base/partition-point'
import type { MarkdownEnv } from '../options/env'

/** Lines of a text that an edit replaced: `removed` lines from `line` on became `inserted` lines. */
export interface LineEdit {
  readonly line: number
  readonly removed: number
  readonly inserted: number
}

/**
 * The line table that markdown-it builds for a whole text before parsing, updated with edits instead. Parsing can then
 * start at any line and look ahead any distance, at the cost of the lines it reads.
 */
export class LineTable {
  private starts = new Int32Array(1024)
  private ends = new Int32Array(1024)
  private shifts = new Int32Array(1024)
  private counts = new Int32Array(1024)
  private zeros = new Int32Array(1024)
  private length = 0
  private source = ''

  /** Lines as markdown-it counts them: text after the last line break counts unless it is blank. */
  get lineCount(): number {
    return this.length
  }

  get text(): string {
    return this.source
  }

  load(text: string): void {
    this.source = text
    this.length = 0
    this.zeros.fill(0) // a rule that failed may have left values there
    this.read(0, 0)
    this.close()
  }

  /** Replaces `from`..`to` with `insert`. */
  replace(from: number, to: number, insert: string): LineEdit {
    const line = this.lineAt(from)
    const start = this.startOf(line)
    const last = this.lineAt(to)
    const delta = insert.length - (to - from)
    this.source = this.source.slice(0, from) + insert + this.source.slice(to)
    if (last >= this.length - 1) {
      const before = this.length
      this.length = line
      this.read(line, start)
      this.close()
      return { line, removed: Math.max(0, before - line), inserted: this.length - line }
    }
    const end = (this.ends[last] ?? 0) + delta + 1
    const inserted = countLines(this.source, start, end)
    const removed = last - line + 1
    this.move(last + 1, line + inserted, delta)
    this.fill(line, start, end)
    this.close()
    return { line, removed, inserted }
  }

  /** The line that contains an offset; the number of lines if the offset is after the last one. */
  lineAt(offset: number): number {
    return partitionPoint(this.length, (line) => (this.ends[line] ?? 0) < offset)
  }

  /** Offset of the first character of a line. */
  startOf(line: number): number {
    return line === 0 ? 0 : Math.min((this.ends[line - 1] ?? 0) + 1, this.source.length)
  }

  /** Offset of the end of a line, before its line break. */
  endOf(line: number): number {
    return line < this.length ? (this.ends[line] ?? 0) : this.source.length
  }

  /** True for a blank line, and for lines that do not exist. */
  isBlank(line: number): boolean {
    return (
      line >= this.length || (this.starts[line] ?? 0) + (this.shifts[line] ?? 0) >= (this.ends[line] ?? 0)
    )
  }

  /** A state of markdown-it's block parser for the whole text. */
  stateFor(md: MarkdownIt, env: MarkdownEnv, tokens: Token[]): StateBlock {
    const state = new md.block.State('', md, env, tokens)
    state.src = this.source
    state.bMarks = this.asNumbers(this.starts)
    state.eMarks = this.asNumbers(this.ends)
    state.tShift = this.asNumbers(this.shifts)
    state.sCount = this.asNumbers(this.counts)
    state.bsCount = this.asNumbers(this.zeros)
    state.lineMax = this.length
    return state
  }

  // The parser reads and writes by index only, so a typed array works too, without copying.
  private asNumbers(array: Int32Array): number[] {
    return array as unknown as number[]
  }

  private read(line: number, start: number): void {
    this.fill(line, start, this.source.length)
  }

  /** Writes the lines of `start`..`end` from `line` on; `end` is after a line break or at the end of the text. */
  private fill(line: number, start: number, end: number): void {
    const { source } = this
    let at = start
    let next = line
    while (at < end) {
      let stop = source.indexOf('\n', at)
      const ended = stop >= 0 && stop < end
      if (!ended) stop = end
      let shift = 0
      let count = 0
      for (; at + shift < stop; shift++) {
        const code = source.charCodeAt(at + shift)
        if (code === 32) count++
        else if (code === 9) count += 4 - (count % 4)
        else break
      }
      if (!ended && at + shift >= stop) break // spaces at the very end are not a line
      this.reserve(next + 2)
      this.starts[next] = at
      this.ends[next] = stop
      this.shifts[next] = shift
      this.counts[next] = count
      next++
      at = stop + 1
    }
    if (next > this.length) this.length = next
  }

  private move(from: number, to: number, delta: number): void {
    const moved = this.length - from
    this.reserve(to + moved + 2)
    for (const array of [this.starts, this.ends, this.shifts, this.counts]) {
      array.copyWithin(to, from, this.length)
    }
    this.length = to + moved
    if (delta === 0) return
    const { starts, ends } = this
    for (let line = to; line < this.length; line++) {
      starts[line] = (starts[line] ?? 0) + delta
      ends[line] = (ends[line] ?? 0) + delta
    }
  }

  // The parser expects one empty line after the last.
  private close(): void {
    this.reserve(this.length + 1)
    this.starts[this.length] = this.source.length
    this.ends[this.length] = this.source.length
    this.shifts[this.length] = 0
    this.counts[this.length] = 0
  }

  private reserve(lines: number): void {
    if (lines <= this.starts.length) return
    const size = Math.max(lines, this.starts.length * 2)
    const grown = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(size)
      larger.set(array)
      return larger
    }
    this.starts = grown(this.starts)
    this.ends = grown(this.ends)
    this.shifts = grown(this.shifts)
    this.counts = grown(this.counts)
    this.zeros = new Int32Array(size)
  }
}

const countLines = (text: string, from: number, to: number): number => {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
