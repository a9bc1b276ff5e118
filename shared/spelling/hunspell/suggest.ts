import { grouped } from '../../base/grouped'
import { editDistance } from '../../text/edit-distance'
import type { Affix } from './affix-file'
import type { Dictionary } from './dictionary'
import { nearMisses } from './near-misses'

const maxLookups = 6_000
const maxRoots = 60
const maxFormsOfRoot = 300

/** Suggestions for a misspelled word, the likeliest first. */
export const suggest = (dictionary: Dictionary, written: string, most = 8): readonly string[] => {
  const word = dictionary.plain(written)
  const found = new Set<string>()
  const take = (candidate: string): void => {
    const isKnown = candidate === word || found.has(candidate.toLowerCase()) || found.size >= most
    if (!isKnown && isOffered(dictionary, candidate)) found.add(candidate)
  }
  const lower = word.toLowerCase()
  const isCapital = word !== lower
  const alike = (candidate: string): string =>
    word === word.toUpperCase() && word.length > 1
      ? candidate.toUpperCase()
      : candidate.charAt(0).toUpperCase() + candidate.slice(1)
  let lookups = 0
  for (const spelling of isCapital ? [word, lower] : [word, alike(word)])
    for (const candidate of nearMisses(spelling, dictionary.affixes)) {
      lookups += 1
      if (found.size >= most || lookups > maxLookups) break
      take(isCapital && spelling === lower ? alike(candidate) : candidate)
    }
  // With few suggestions one edit away, the mistake is probably larger: similar roots are searched too.
  if (found.size < 3)
    for (const candidate of nearRoots(dictionary, lower)) take(isCapital ? alike(candidate) : candidate)
  return [...found].map(dictionary.affixes.output)
}

const isOffered = ({ affixes: { marks }, words, isWord }: Dictionary, candidate: string): boolean =>
  candidate.split(' ').every((part) => part !== '' && isWord(part)) &&
  !words.flagsOf(candidate).some((flags) => marks.noSuggest !== '' && flags.has(marks.noSuggest))

const pairsOf = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_none, at) => word.slice(at, at + 2))

/** Words of the dictionary that are within a few changes of a word, the nearest first. */
const nearRoots = (dictionary: Dictionary, word: string): readonly string[] => {
  const farthest = Math.max(2, Math.min(4, Math.floor(word.length / 3)))
  const pairs = new Set(pairsOf(word))
  const best: { readonly root: string; readonly score: number }[] = []
  for (const root of dictionary.words.roots()) {
    // A root is often shorter than a word formed from it, but rarely longer.
    if (root.length > word.length + farthest || root.length < word.length / 2 - 1) continue
    const lower = root.toLowerCase()
    let score = lower[0] === word[0] ? 1.5 : 0
    for (const pair of pairsOf(lower)) if (pairs.has(pair)) score += 1
    score -= Math.abs(root.length - word.length) / 2
    if (best.length === maxRoots && score <= (best.at(-1)?.score ?? 0)) continue
    const at = best.findIndex((one) => one.score < score)
    best.splice(at === -1 ? best.length : at, 0, { root, score })
    if (best.length > maxRoots) best.pop()
  }
  return best
    .flatMap(({ root }) => formsOf(dictionary, root))
    .map((form) => ({ form, distance: editDistance(form.toLowerCase(), word, farthest) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((one, other) => one.distance - other.distance)
    .map(({ form }) => form)
}

const rules = new WeakMap<Dictionary, ReadonlyMap<string, readonly Affix[]>>()

/** The suffix rules of a dictionary by flag, created on first use. */
const suffixesByFlag = (dictionary: Dictionary): ReadonlyMap<string, readonly Affix[]> => {
  const known = rules.get(dictionary)
  if (known) return known
  const made = grouped([...dictionary.affixes.suffixes.values()].flat(), ({ flag }) => flag)
  rules.set(dictionary, made)
  return made
}

/** A root and its forms with one suffix. */
const formsOf = (dictionary: Dictionary, root: string): readonly string[] => {
  const forms = [root]
  const byFlag = suffixesByFlag(dictionary)
  for (const flags of dictionary.words.flagsOf(root))
    for (const flag of flags)
      for (const { strip, add, fits } of byFlag.get(flag) ?? [])
        if (forms.length < maxFormsOfRoot && root.endsWith(strip) && fits(root))
          forms.push(root.slice(0, root.length - strip.length) + add)
  return forms
}
