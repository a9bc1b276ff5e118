import { itemAt } from '../../base/item-at'

/** The edit distance of two names; `most` + 1 if it is greater than `most`. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = itemAt(row, j - 1) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(same, itemAt(row, j) + 1, itemAt(next, j - 1) + 1))
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return itemAt(row, b.length)
}

const plain = (name: string): string => name.toLowerCase().replace(/[-_ .]+/g, '')
const longest = 120

/** Names by the first letter of their folded form, so that few have to be compared. */
export type PreparedNames = ReadonlyMap<string, readonly (readonly [folded: string, name: string])[]>

/** Prepares names that are compared more than once. */
export const preparedNames = (names: Iterable<string>): PreparedNames => {
  const byLetter = new Map<string, (readonly [string, string])[]>()
  for (const name of new Set(names)) {
    if (name.length > longest) continue
    const folded = plain(name)
    const entries = byLetter.get(folded.charAt(0))
    if (entries) entries.push([folded, name])
    else byLetter.set(folded.charAt(0), [[folded, name]])
  }
  return byLetter
}

/**
 * The name that was probably meant: at most three letters differ, or only case and punctuation. Null if none.
 */
export const nearest = (wanted: string, names: Iterable<string>): string | null =>
  nearestIn(wanted, preparedNames(names))

/** The same with prepared names. */
export const nearestIn = (wanted: string, names: PreparedNames): string | null => {
  if (wanted.length > longest) return null
  const word = plain(wanted)
  const most = Math.min(3, Math.floor(word.length / 4))
  let best: string | null = null
  let least = most + 1
  for (const [folded, name] of names.get(word.charAt(0)) ?? []) {
    if (name === wanted) continue
    const far = distance(word, folded, least - 1)
    if (far >= least) continue
    best = name
    least = far
    if (far === 0) break
  }
  return best
}
