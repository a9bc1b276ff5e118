import { itemAt } from '../../../shared/base/item-at'
import { splitPost } from '../../../shared/front-matter/read/split'
import type { SearchLine } from '../../../shared/posts/post-search'
import type { MatchRange } from '../../../shared/posts/text-matcher'
import { foldText } from '../../../shared/text/fold-text'

const maxLines = 3
/** How many matching lines are compared. */
const maxLooked = 200
const longestLine = 200
const before = 40

interface FoundLine {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly places: readonly MatchRange[]
}

/**
 * The lines that best explain why a post was found: those with the most different words; among these, lines of the body
 * first, since the head is shown in other ways; otherwise in the order of the text. `places` are sorted.
 */
export const bestLines = (
  text: string,
  places: readonly MatchRange[],
  words: number,
): readonly SearchLine[] => {
  const { bodyFrom } = splitPost(text)
  const rated = foundLines(text, places).map((found) => ({
    found,
    words: words > 1 ? Math.min(words, differentIn(text, found)) : 1,
    inHead: found.from < bodyFrom,
  }))
  return rated
    .sort((a, b) => b.words - a.words || Number(a.inHead) - Number(b.inHead)) // stable: otherwise in text order
    .slice(0, maxLines)
    .map(({ found }) => shownLine(text, found))
}

const foundLines = (text: string, places: readonly MatchRange[]): readonly FoundLine[] => {
  const lines: FoundLine[] = []
  let line = 1
  let from = 0
  for (let index = 0; index < places.length && lines.length < maxLooked; ) {
    const [start] = itemAt(places, index)
    for (let at = text.indexOf('\n', from); at >= 0 && at < start; at = text.indexOf('\n', from)) {
      from = at + 1
      line++
    }
    const end = text.indexOf('\n', start)
    const to = end < 0 ? text.length : end
    const first = index
    while (index < places.length && itemAt(places, index)[0] < Math.max(to, start + 1)) index++
    lines.push({ line, from, to, places: places.slice(first, index) })
  }
  return lines
}

const differentIn = (text: string, { places }: FoundLine): number =>
  new Set(places.map(([from, to]) => foldText(text.slice(from, to)))).size

// Words at either end are shown completely or not at all.
const wordStart = (text: string, at: number, limit: number): number => {
  const space = text.slice(at, limit).search(/\s\S/)
  return space < 0 ? at : at + space + 1
}

const wordEnd = (text: string, at: number, limit: number, end: number): number => {
  if (at >= end) return end
  const space = text.slice(limit, at + 1).search(/\s\S*$/)
  return space < 0 ? at : limit + space
}

/** Of a long line, the part around its first match. */
const shownLine = (text: string, { line, from, to, places }: FoundLine): SearchLine => {
  const [first, firstEnd] = itemAt(places, 0)
  const start = first - from > longestLine - before ? wordStart(text, first - before, first) : from
  const end = Math.min(to, Math.max(firstEnd, wordEnd(text, start + longestLine, firstEnd, to)))
  const marks: [number, number][] = []
  for (const [a, b] of places) {
    if (a >= Math.max(end, first + 1)) break
    if (b > (marks.at(-1)?.[1] ?? -1) + start)
      marks.push([Math.max(a, start) - start, Math.min(b, end) - start])
  }
  return { line, text: text.slice(start, end), marks }
}
