import type { TextChange } from '../../text/text-change'

/** Lines that differ, as a diff shows them; `line` is the 1-based line of the text before. */
export interface LineHunk {
  readonly line: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The lines that differ between two versions of a head, in order; lines keep their line break. */
export const lineHunks = (before: string, after: string): LineHunk[] => {
  if (before === after) return []
  const [a, b] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return hunksOf(a.slice(start, a.length - end), b.slice(start, b.length - end), start + 1)
}

/** The changes that turn `before` into `after`; lines that are the same are not touched. */
export const changesBetween = (before: string, after: string): TextChange[] => {
  const starts = [0]
  for (const line of linesOf(before)) starts.push((starts.at(-1) ?? 0) + line.length)
  return lineHunks(before, after).map((hunk) => {
    const from = starts[hunk.line - 1] ?? before.length
    return trimmed(before, { from, to: from + hunk.before.join('').length, insert: hunk.after.join('') })
  })
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/)

// Above this table size the whole range is one hunk: a line diff of that size would take too long to help.
const maxCells = 4_000_000

const hunksOf = (a: readonly string[], b: readonly string[], firstLine: number): LineHunk[] => {
  if (a.length * b.length > maxCells) return [{ line: firstLine, before: a, after: b }]
  const common = commonLines(a, b)
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  const hunks: LineHunk[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [from, to] = [i, j]
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) i++
      else j++
    }
    if (i > from || j > to)
      hunks.push({ line: firstLine + from, before: a.slice(from, i), after: b.slice(to, j) })
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
    }
  }
  return hunks
}

// The length of the longest common subsequence of lines, starting from each pair of lines.
const commonLines = (a: readonly string[], b: readonly string[]): Uint32Array[] => {
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [common[i], common[i + 1]]
    if (!row || !below) continue
    for (let j = b.length - 1; j >= 0; j--)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return common
}

const trimmed = (text: string, { from, to, insert }: TextChange): TextChange => {
  let head = 0
  while (head < insert.length && from + head < to && text[from + head] === insert[head]) head++
  let tail = 0
  const most = Math.min(insert.length - head, to - from - head)
  while (tail < most && text[to - tail - 1] === insert.at(-1 - tail)) tail++
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) }
}
