import type { AffixFile } from './affix-file'
import type { Look } from './forms'

/** A spelling under which a written word may be in the dictionary. */
export interface Spelled extends Look {
  readonly word: string
}

/** Languages in which the lowercase `I` has no dot. */
const dotless = new Set(['tr', 'az', 'crh'])

/** The spellings to look up for a written word: it may start a sentence or be in a title of capitals only. */
export const casesOf = (word: string, { language, hasSharpS }: AffixFile): readonly Spelled[] => {
  const base = language.toLowerCase().replace(/[-_].*/s, '')
  const locale = dotless.has(base) ? 'tr' : 'en'
  const lowerOf = (text: string) => text.toLocaleLowerCase(locale)
  const capital = (text: string) => {
    const [first = ''] = text
    return first.toLocaleUpperCase(locale) + text.slice(first.length)
  }
  const lower = lowerOf(word)
  if (word === lower) return [{ word }]
  // Letters without a capital form, or with two letters for it like `ß`, do not matter.
  const isShouted = [...word].every((letter) => {
    const upper = letter.toLocaleUpperCase(locale)
    return letter === upper || [...upper].length > 1
  })
  const [first = ''] = word
  const isOneLetter = first.length === word.length
  if (!isShouted || isOneLetter)
    return word === capital(lower) ? [{ word }, { word: lower, isLowered: true }] : [{ word }]
  const lowered = { isLowered: true, isShouted: true }
  const cases: Spelled[] = [{ word }, { word: capital(lower), ...lowered }, { word: lower, ...lowered }]
  // `L'ÉTÉ`, `D'ITALIE`: the capital of a name follows the apostrophe.
  const at = lower.indexOf("'")
  if (at > 0) cases.push({ word: lower.slice(0, at + 1) + capital(lower.slice(at + 1)), ...lowered })
  if (hasSharpS && lower.includes('ss')) {
    const sharp = lower.replaceAll('ss', 'ß')
    cases.push({ word: sharp, ...lowered }, { word: capital(sharp), ...lowered })
  }
  return cases
}
