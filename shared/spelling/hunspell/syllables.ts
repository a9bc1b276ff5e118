import type { AffixFile } from './affix-file'
import type { Found } from './forms'

const vowelsIn = (text: string, { vowels }: AffixFile): number =>
  [...text].filter((letter) => vowels.includes(letter)).length

/** How many words beside itself a part of a compound counts for: its root may be one of two, as its prefix may. */
export const wordsIn = ({ flags, prefix }: Found, affixes: AffixFile): number =>
  (affixes.marks.compoundRoot !== '' && flags.has(affixes.marks.compoundRoot) ? 1 : 0) +
  (prefix && affixes.compoundSyllables > 0 && vowelsIn(prefix.add, affixes) > 1 ? 1 : 0)

/**
 * The syllables of a text by its vowels. Of the last part of a compound those of its inflection do not count, and flags
 * of Hungarian add to them (`SYLLABLENUM`, as Hunspell has it).
 */
export const syllablesOf = (text: string, affixes: AffixFile, last?: Found): number => {
  const all = vowelsIn(text, affixes)
  if (!last || !affixes.language.startsWith('hu')) return all
  const { suffix, flags } = last
  if (!suffix) return all - (flags.has('I') && !flags.has('J') ? 1 : 0)
  const added =
    suffix.flag === 'c' ? 2 : suffix.flag === 'J' || (suffix.flag === 'I' && flags.has('J')) ? 1 : 0
  return all - vowelsIn(suffix.add, affixes) + added
}
