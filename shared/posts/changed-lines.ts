import { applyTextChanges, type TextChange } from '../text/text-change'
import type { ChangedLine } from './post-rename'

/** The lines of a text that changes touch, each before and after, for the writer to look at. */
export const changedLines = (text: string, changes: readonly TextChange[]): ChangedLine[] => {
  const found: { line: number; start: number; end: number; changes: TextChange[] }[] = []
  let line = 1
  let start = 0
  for (const change of changes) {
    for (let at = text.indexOf('\n', start); at >= 0 && at < change.from; at = text.indexOf('\n', start)) {
      start = at + 1
      line++
    }
    const last = found.at(-1)
    const lineEnd = text.indexOf('\n', change.to)
    const end = lineEnd < 0 ? text.length : lineEnd
    if (last && last.end > change.from) {
      last.changes.push(change)
      last.end = Math.max(last.end, end)
    } else found.push({ line, start, end, changes: [change] })
  }
  return found.map(({ line: number, start: from, end, changes: own }) => ({
    line: number,
    before: text.slice(from, end),
    after: applyTextChanges(
      text.slice(from, end),
      own.map((change) => ({ ...change, from: change.from - from, to: change.to - from })),
    ),
  }))
}
