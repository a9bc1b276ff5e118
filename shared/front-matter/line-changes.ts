import type { TextChange } from '../text-change'

/** The changes of whole lines that make `before` into `after`; lines that are the same are left alone. */
export const changesBetween = (before: string, after: string): TextChange[] => {
  if (before === after) return []
  const [a, b] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return spliced(a, b, start, a.length - end, b.length - end)
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/)

// Longest common subsequence of the window; windows are a few lines of a head.
const spliced = (
  a: readonly string[],
  b: readonly string[],
  start: number,
  aEnd: number,
  bEnd: number,
): TextChange[] => {
  const rows = aEnd - start
  const columns = bEnd - start
  const common = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const [row, below] = [common[i], common[i + 1]]
      if (row && below)
        row[j] =
          a[start + i] === b[start + j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  const changes: TextChange[] = []
  let at = a.slice(0, start).join('').length
  let [i, j] = [0, 0]
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[start + i] === b[start + j]) {
      at += a[start + i]?.length ?? 0
      i++
      j++
      continue
    }
    const from = at
    let insert = ''
    while ((i < rows || j < columns) && !(i < rows && j < columns && a[start + i] === b[start + j])) {
      const takeNew = j < columns && (i >= rows || (common[i]?.[j + 1] ?? 0) >= (common[i + 1]?.[j] ?? 0))
      if (takeNew) insert += b[start + j++] ?? ''
      else at += a[start + i++]?.length ?? 0
    }
    changes.push(trimmed(a.join(''), { from, to: at, insert }))
  }
  return changes
}

const trimmed = (text: string, { from, to, insert }: TextChange): TextChange => {
  let head = 0
  while (head < insert.length && from + head < to && text[from + head] === insert[head]) head++
  let tail = 0
  while (
    tail < insert.length - head &&
    to - tail > from + head &&
    text[to - tail - 1] === insert.at(-1 - tail)
  )
    tail++
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) }
}
