import { type Hunk, hunksBetween, linesOf } from './line-diff'

/** A piece of a merged text: settled, or changed by both sides in different ways. */
export type Piece =
  | { readonly kind: 'settled'; readonly text: string }
  | { readonly kind: 'conflict'; readonly base: string; readonly mine: string; readonly theirs: string }

/**
 * Merges two versions of a text line by line. Changes of one side that do not touch a change of the other are
 * taken; changes that overlap or are adjacent are a conflict, unless both sides are the same.
 */
export const mergeLines = (base: string, mine: string, theirs: string): Piece[] => {
  if (mine === theirs || theirs === base) return settled(mine)
  if (mine === base) return settled(theirs)
  const [o, a, b] = [linesOf(base), linesOf(mine), linesOf(theirs)]
  const ours = hunksBetween(o, a)
  const others = hunksBetween(o, b)
  const pieces: Piece[] = []
  let at = 0
  let [nextOur, nextOther] = [0, 0]
  for (;;) {
    const start = Math.min(ours[nextOur]?.from ?? Infinity, others[nextOther]?.from ?? Infinity)
    if (start === Infinity) break
    // Changes of both sides that touch each other form one region.
    const [firstOur, firstOther] = [nextOur, nextOther]
    let end = start
    for (let grew = true; grew; ) {
      grew = false
      for (let hunk = ours[nextOur]; hunk && hunk.from <= end; hunk = ours[++nextOur]) {
        end = Math.max(end, hunk.to)
        grew = true
      }
      for (let hunk = others[nextOther]; hunk && hunk.from <= end; hunk = others[++nextOther]) {
        end = Math.max(end, hunk.to)
        grew = true
      }
    }
    pieces.push(...settled(o.slice(at, start).join('')))
    pieces.push(
      ...region(
        o.slice(start, end).join(''),
        sideOf(a, ours.slice(firstOur, nextOur), start, end),
        sideOf(b, others.slice(firstOther, nextOther), start, end),
      ),
    )
    at = end
  }
  return [...pieces, ...settled(o.slice(at).join(''))]
}

const settled = (text: string): Piece[] => (text === '' ? [] : [{ kind: 'settled', text }])

const region = (base: string, mine: string | null, theirs: string | null): Piece[] => {
  if (mine === null || mine === theirs) return settled(theirs ?? '')
  if (theirs === null) return settled(mine)
  return [{ kind: 'conflict', base, mine, theirs }]
}

/** The text of one side for the base lines `start`..`end`; null if it did not change them. */
const sideOf = (
  lines: readonly string[],
  hunks: readonly Hunk[],
  start: number,
  end: number,
): string | null => {
  const [first, last] = [hunks[0], hunks.at(-1)]
  if (!first || !last) return null
  return lines.slice(first.newFrom - (first.from - start), last.newTo + (end - last.to)).join('')
}
