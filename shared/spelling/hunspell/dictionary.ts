import { AppError } from '../../app-error'
import { t } from '../../texts/translate'
import { type AffixFile, readAffixFile } from './affix-file'
import { casesOf } from './cases'
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
  /** The word as the list spells it: composed (NFC), with straight apostrophes, without ignored letters. */
  readonly plain: (word: string) => string
}

/** The size of the cache of looked-up words; words of a text recur often. */
const maxKept = 20_000

/** Reads a dictionary. Throws an AppError if the files are not a dictionary or their encoding is unknown. */
export const readDictionary = ({ aff, dic }: DictionaryFiles): Dictionary => {
  const { affixText, wordText } = decodeDictionary(aff, dic)
  return dictionaryOfTexts(affixText, wordText)
}

/** The same from the decoded texts of the two files. */
export const dictionaryOfTexts = (affixText: string, wordText: string): Dictionary => {
  const affixes = readAffixFile(affixText)
  const ignored = new Set(affixes.ignored)
  const withoutIgnored = (word: string): string => {
    const straight = word.replace(/[’ʼ＇]/g, "'").replaceAll('\u00ad', '')
    return ignored.size === 0 ? straight : [...straight].filter((letter) => !ignored.has(letter)).join('')
  }
  const plain = (word: string): string => withoutIgnored(affixes.input(word.normalize('NFC')))
  // With `ICONV`, the list need not be composed: Korean lists contain decomposed syllables.
  const words = readWordList(wordText, affixes.readFlags, (word) =>
    withoutIgnored(affixes.hasInput ? word : word.normalize('NFC')),
  )
  if (words.roots()[Symbol.iterator]().next().done === true)
    throw new AppError('not-text', t('spelling.noWords'))
  const forms = new Forms(affixes, words)
  const compounds = new Compounds(affixes, forms, words)

  const known = new Map<string, boolean>()
  const isWord = (written: string): boolean => {
    const before = known.get(written)
    if (before !== undefined) return before
    const word = plain(written)
    const isCapital = word[0] !== word[0]?.toLowerCase()
    const is = casesOf(word, affixes).some(
      ({ word: spelled, ...look }) =>
        !forms.isForbidden(spelled) &&
        (forms.isForm(spelled, look) || compounds.isCompound(spelled, { ...look, isCapital })),
    )
    if (known.size >= maxKept) known.clear()
    known.set(written, is)
    return is
  }
  return { affixes, words, isWord, plain }
}
