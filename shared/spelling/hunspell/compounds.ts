import type { AffixFile, CompoundPattern } from './affix-file'
import { firstByRule } from './compound-rules'
import type { Flags } from './flags'
import type { Forms, Found, Look, Position } from './forms'
import type { WordList } from './word-list'

const longestWord = 80
/** The most parts that are looked up for one word. */
const maxTries = 4_000

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase()

const vowelsIn = (text: string, { vowels }: AffixFile): number =>
  [...text].filter((letter) => vowels.includes(letter)).length

/** The extra words of a part: one if its root is a compound, one if its prefix has several syllables. */
const wordsIn = ({ flags, prefix }: Found, affixes: AffixFile): number =>
  (affixes.marks.compoundRoot !== '' && flags.has(affixes.marks.compoundRoot) ? 1 : 0) +
  (prefix && affixes.compoundSyllables > 0 && vowelsIn(prefix.add, affixes) > 1 ? 1 : 0)

/**
 * The number of syllables of a text, counted by its vowels. In the last part of a Hungarian compound, the
 * suffix does not count, and some flags change the number (`SYLLABLENUM`, as in Hunspell).
 */
const syllablesOf = (text: string, affixes: AffixFile, last?: Found): number => {
  const all = vowelsIn(text, affixes)
  if (!last || !affixes.language.startsWith('hu')) return all
  const { suffix, flags } = last
  if (!suffix) return all - (flags.has('I') && !flags.has('J') ? 1 : 0)
  const added =
    suffix.flag === 'c' ? 2 : suffix.flag === 'J' || (suffix.flag === 'I' && flags.has('J')) ? 1 : 0
  return all - vowelsIn(suffix.add, affixes) + added
}

/** The numbers of words and syllables before a part. */
interface Before {
  readonly words: number
  readonly syllables: number
}

/** Checks whether a word is a compound that the affix file of its language allows (hunspell(5)). */
export class Compounds {
  private readonly hasParts: boolean

  constructor(
    private readonly affixes: AffixFile,
    private readonly forms: Forms,
    private readonly words: WordList,
  ) {
    const { compound, compoundBegin, compoundEnd } = affixes.marks
    this.hasParts = compound !== '' || (compoundBegin !== '' && compoundEnd !== '')
  }

  /** Whether a word is a compound; `isCapital` if it is written with an initial capital. */
  isCompound(
    word: string,
    { isCapital, isLowered = false }: Look & { readonly isCapital: boolean },
  ): boolean {
    const { compoundMin, compoundRules, marks, hasSharpS } = this.affixes
    if (word.length > longestWord || word.length < 2 * compoundMin) return false
    const byRule = compoundRules.length > 0 ? firstByRule(word, this.affixes, this.forms, this.words) : null
    const first =
      byRule ??
      (this.hasParts ? new Parting(word, isCapital, this.affixes, this.forms, this.words).first : null)
    return first !== null && !(isLowered && first.has(marks.keepCase) && !hasSharpS)
  }
}

/** The ways to split one word into parts. */
class Parting {
  private tries = 0
  private readonly parts = new Map<string, Found | null>()
  private readonly rests = new Map<string, Found | null>()
  private readonly mistakes = new Map<string, boolean>()

  constructor(
    private readonly word: string,
    private readonly isCapital: boolean,
    private readonly affixes: AffixFile,
    private readonly forms: Forms,
    private readonly words: WordList,
  ) {}

  /** The flags of the first part; null if the word cannot be split. */
  get first(): Flags | null {
    return this.firstOf(0, { words: 0, syllables: 0 })?.flags ?? null
  }

  /** The first part of the word from an offset on; null if the rest cannot be split into several parts. */
  private firstOf(from: number, before: Before): Found | null {
    const { compoundMax, compoundSyllables } = this.affixes
    const isLimited = compoundMax !== Number.POSITIVE_INFINITY || compoundSyllables > 0
    const key = isLimited ? `${from} ${before.words} ${before.syllables}` : String(from)
    const known = this.rests.get(key)
    if (known !== undefined) return known
    const found = this.lookForFirst(from, before)
    this.rests.set(key, found)
    return found
  }

  private lookForFirst(from: number, before: Before): Found | null {
    const { word, affixes } = this
    const { compoundMin } = affixes
    for (let at = from + compoundMin; at <= word.length - compoundMin && this.tries < maxTries; at += 1) {
      const first = this.part(from, at, from === 0 ? 'begin' : 'middle')
      if (first === null || !this.mayJoin(at)) continue
      const counted = {
        words: before.words + wordsIn(first, affixes),
        syllables: before.syllables + syllablesOf(word.slice(from, at), affixes),
      }
      // If one of three equal letters is left out, the second part begins with the last letter of the first.
      const isDouble = affixes.leavesOutThird && at - from > 1 && word[at - 1] === word[at - 2]
      for (const start of isDouble ? [at, at - 1] : [at])
        if (this.goesOn(first, from, at, start, counted)) return first
    }
    return null
  }

  /** Whether the text from `start` on may follow the first part, which spans `from` to `at`. */
  private goesOn(first: Found, from: number, at: number, start: number, counted: Before): boolean {
    const { word, affixes } = this
    for (const last of [this.lastRoot(start), this.part(start, word.length, 'end', true)]) {
      if (last === null || (affixes.checkCompound.has('DUP') && last.stem === first.stem)) continue
      if (last.flags.has(affixes.marks.forceCapital) && !this.isCapital) continue
      if (!this.isShort(last, start, counted) || this.isBarred(first, from, at, last, start)) continue
      return !this.isMistake(from, word.length)
    }
    const rest = this.firstOf(start, { words: counted.words + 1, syllables: counted.syllables })
    if (rest === null || this.isBarred(first, from, at, rest, start)) return false
    if (this.isMistake(from, word.length)) return false
    return !word.startsWith(rest.stem, start) || !this.isMistake(from, start + rest.stem.length)
  }

  private lastRoot(start: number): Found | null {
    return this.forms.root(this.word.slice(start), 'end')
  }

  /** Whether a compound that ends with this part is within the limit of words or syllables. */
  private isShort(last: Found, start: number, counted: Before): boolean {
    const { compoundMax, compoundSyllables } = this.affixes
    if (counted.words + wordsIn(last, this.affixes) + 1 < compoundMax) return true
    const syllables = counted.syllables + syllablesOf(this.word.slice(start), this.affixes, last)
    return compoundSyllables > 0 && syllables <= compoundSyllables
  }

  private part(from: number, to: number, position: Position, isAffixed = false): Found | null {
    const key = `${from} ${to} ${position}`
    const before = this.parts.get(key)
    if (before !== undefined) return before
    this.tries += 1
    const text = this.word.slice(from, to)
    const root = isAffixed ? null : this.forms.root(text, position)
    const found = root ?? this.forms.affixed(text, position)
    this.parts.set(key, found)
    return found
  }

  /** Whether the letters on both sides of an offset may be adjacent where parts join. */
  private mayJoin(at: number): boolean {
    const { checkCompound } = this.affixes
    const { word } = this
    const [before = '', after = ''] = [word[at - 1], word[at]]
    if (checkCompound.has('CASE') && before !== '-' && after !== '-' && (isUpper(before) || isUpper(after)))
      return false
    return !(
      checkCompound.has('TRIPLE') &&
      before === after &&
      (word[at - 2] === before || word[at + 1] === after)
    )
  }

  /** Whether a pattern of the affix file forbids these two adjacent parts. */
  private isBarred(first: Found, from: number, at: number, second: Found, start: number): boolean {
    const text = this.word.slice(from, at)
    const bars = ({ end, endFlag, start: opening, startFlag }: CompoundPattern): boolean =>
      this.word.startsWith(opening, start) &&
      (endFlag === '' || first.flags.has(endFlag)) &&
      (startFlag === '' || second.flags.has(startFlag)) &&
      (end === '0' ? text.endsWith(first.stem) : text.endsWith(end))
    return this.affixes.compoundPatterns.some(bars)
  }

  /** Whether a range is a common misspelling of one word, or an entry of the list without its space. */
  private isMistake(from: number, to: number): boolean {
    const key = `${from} ${to}`
    const known = this.mistakes.get(key)
    if (known !== undefined) return known
    const text = this.word.slice(from, to)
    const is = this.isPair(text) || (this.affixes.checkCompound.has('REP') && this.isReplaced(text))
    this.mistakes.set(key, is)
    return is
  }

  private isPair(text: string): boolean {
    if (!this.words.hasSpaces) return false
    for (let at = 1; at < text.length; at += 1)
      if (this.words.flagsOf(`${text.slice(0, at)} ${text.slice(at)}`).length > 0) return true
    return false
  }

  private isReplaced(text: string): boolean {
    for (const [wrong, right] of this.affixes.replacements) {
      const part = wrong.replace(/^\^|\$$/g, '')
      for (let at = part === '' ? -1 : text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
        if (wrong.startsWith('^') && at !== 0) break
        if (wrong.endsWith('$') && at + part.length !== text.length) continue
        if (this.forms.isForm(text.slice(0, at) + right + text.slice(at + part.length))) return true
      }
    }
    return false
  }
}
