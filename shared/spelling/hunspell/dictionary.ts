import { AppError } from '../../app-error'
import { t } from '../../texts/translate'
import { type AffixFile, readAffixFile } from './affix-file'
import { Compounds } from './compounds'
import { decodeDictionary } from './encoding'
import { Forms } from './forms'
import { readWordList, type WordList } from './word-list'

/** The two files of a Hunspell dictionary. */
export interface DictionaryFiles {
  readonly aff: Uint8Array
  readonly dic: Uint8Array
}

/** A dictionary that words can be looked up in. */
export interface Dictionary {
  readonly affixes: AffixFile
  readonly words: WordList
  readonly isWord: (word: string) => boolean
  /** The word as the lists have it: composed, with a straight apostrophe, without what the language ignores. */
  readonly plain: (word: string) => string
}

/** Words of a language as they come one after another: what was looked up lately is known. */
const maxKept = 20_000

/** Reads a dictionary. Throws an AppError where the files are none, or in letters that nobody knows. */
export const readDictionary = ({ aff, dic }: DictionaryFiles): Dictionary => {
  const { affixText, wordText } = decodeDictionary(aff, dic)
  return dictionaryOfTexts(affixText, wordText)
}

/** The same from the texts of the two files. */
export const dictionaryOfTexts = (affixText: string, wordText: string): Dictionary => {
  const affixes = readAffixFile(affixText)
  const ignored = new Set(affixes.ignored)
  const plain = (word: string): string => {
    const composed = word
      .normalize('NFC')
      .replace(/[’ʼ＇]/g, "'")
      .replaceAll('\u00ad', '')
    return ignored.size === 0 ? composed : [...composed].filter((letter) => !ignored.has(letter)).join('')
  }
  const words = readWordList(wordText, affixes.readFlags, plain)
  if (words.roots()[Symbol.iterator]().next().done === true)
    throw new AppError('not-text', t('spelling.noWords'))
  const forms = new Forms(affixes, words)
  const compounds = new Compounds(affixes, forms)
  const isExactly = (word: string, isLowered: boolean): boolean =>
    !forms.isForbidden(word) && (forms.isForm(word, null, isLowered) || compounds.isCompound(word))

  const known = new Map<string, boolean>()
  const isWord = (written: string): boolean => {
    const before = known.get(written)
    if (before !== undefined) return before
    const is = casesOf(plain(written), affixes.hasSharpS).some(([word, isLowered]) =>
      isExactly(word, isLowered),
    )
    if (known.size >= maxKept) known.clear()
    known.set(written, is)
    return is
  }
  return { affixes, words, isWord, plain }
}

const capital = (word: string): string => {
  const [first = ''] = word
  return first.toUpperCase() + word.slice(first.length)
}

/** The spellings that stand for a word as it is written: a sentence begins with a capital, a title has only those. */
const casesOf = (
  word: string,
  hasSharpS: boolean,
): readonly (readonly [word: string, isLowered: boolean])[] => {
  const lower = word.toLowerCase()
  if (word === lower) return [[word, false]]
  const isTitle = word !== word.toUpperCase()
  if (isTitle)
    return word === capital(lower)
      ? [
          [word, false],
          [lower, true],
        ]
      : [[word, false]] // prettier-ignore
  const cases: (readonly [string, boolean])[] = [
    [word, false],
    [capital(lower), true],
    [lower, true],
  ]
  // `L'ÉTÉ`, `D'ITALIE`: the capital of a name stands behind the apostrophe.
  const at = lower.indexOf("'")
  if (at > 0) cases.push([lower.slice(0, at + 1) + capital(lower.slice(at + 1)), true])
  if (hasSharpS && lower.includes('ss')) {
    const sharp = lower.replaceAll('ss', 'ß')
    cases.push([sharp, true], [capital(sharp), true])
  }
  return cases
}
