import { applyTextChanges, type TextChange } from '../text/text-change'
import type { ChangedLine, PlannedChange } from './post-rename'

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

/** Enough of a line around a change to see what it is about. */
const maxShown = 400

/** Changes of a file one by one, each in its line: `own` ones belong to the operation, `others` can be left out. */
export const plannedChanges = (
  path: string,
  text: string,
  own: readonly TextChange[],
  others: readonly TextChange[],
): PlannedChange[] => {
  const isOwn = new Set(own)
  let line = 1
  let counted = 0
  return [...own, ...others]
    .sort((a, b) => a.from - b.from)
    .map((change) => {
      for (
        let at = text.indexOf('\n', counted);
        at >= 0 && at < change.from;
        at = text.indexOf('\n', counted)
      ) {
        counted = at + 1
        line++
      }
      const lineStart = text.lastIndexOf('\n', change.from - 1) + 1
      const lineEnd = text.indexOf('\n', change.to)
      const start = Math.max(lineStart, change.from - maxShown)
      const end = Math.min(lineEnd < 0 ? text.length : lineEnd, change.to + maxShown)
      const before = text.slice(start, end)
      const at = change.from - start
      return {
        key: isOwn.has(change) ? null : `${path}:${change.from}`,
        line,
        before,
        after: before.slice(0, at) + change.insert + before.slice(change.to - start),
        marks: [
          [at, change.to - start],
          [at, at + change.insert.length],
        ],
      }
    })
}
