import { foldText, foldWithOffsets } from '../../shared/text/fold-text'
import { fuzzyMatch, fuzzyPattern } from '../../shared/text/fuzzy-match'

const folded = new WeakMap<object, string>()

const foldedOf = <T extends object>(item: T, textOf: (item: T) => string): string => {
  const known = folded.get(item)
  if (known !== undefined) return known
  const text = foldText(textOf(item))
  folded.set(item, text)
  return text
}

/** A matching item, and the positions of the match. */
export interface Found<T> {
  readonly item: T
  readonly marks: readonly number[]
}

/** The best `limit` items, the best first; equal ones keep their order. An empty query matches all. */
export const bestMatches = <T extends object>(
  items: readonly T[],
  textOf: (item: T) => string,
  typed: string,
  limit: number,
): readonly Found<T>[] => {
  const pattern = fuzzyPattern(typed)
  const best: { readonly item: T; readonly score: number; readonly at: readonly number[] }[] = []
  for (const item of items) {
    if (pattern === '' && best.length === limit) break
    const match = fuzzyMatch(pattern, foldedOf(item, textOf))
    const worst = best.length === limit ? best.at(-1)?.score : undefined
    if (!match || (worst !== undefined && match.score <= worst)) continue
    let place = best.length
    while (place > 0 && (best[place - 1]?.score ?? 0) < match.score) place -= 1
    best.splice(place, 0, { item, ...match })
    if (best.length > limit) best.pop()
  }
  return best.map(({ item, at }) => {
    const original = foldWithOffsets(textOf(item))
    return { item, marks: at.map(original.at) }
  })
}
