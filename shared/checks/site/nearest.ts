import { editDistance } from '../../text/edit-distance'

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
    const far = editDistance(word, folded, least - 1)
    if (far >= least) continue
    best = name
    least = far
    if (far === 0) break
  }
  return best
}
