import type { Affix, AffixFile } from './affix-file'
import type { Flags } from './flags'
import type { WordList } from './word-list'

/** Where a part stands in a compound; null for a word by itself. */
export type Position = 'begin' | 'middle' | 'end' | null

/** A word taken apart: a root and what is at its sides. Of two suffixes `suffix` is the inner one. */
interface Form {
  readonly stem: string
  readonly prefix?: Affix
  readonly suffix?: Affix
}

interface Wanted {
  /** Flags that the suffix has to carry. */
  readonly flags: readonly string[]
  readonly isCross: boolean
  readonly isInner: boolean
}

/** Takes words apart by the affixes of a language, and says which of the ways are words of it. */
export class Forms {
  private readonly longestPrefix: number
  private readonly longestSuffix: number

  constructor(
    private readonly affixes: AffixFile,
    private readonly words: WordList,
  ) {
    this.longestPrefix = Math.max(0, ...[...affixes.prefixes.keys()].map(({ length }) => length))
    this.longestSuffix = Math.max(0, ...[...affixes.suffixes.keys()].map(({ length }) => length))
  }

  /** Whether the dictionary has the word at this place. `isLowered` says that a capital was made small for it. */
  isForm(word: string, position: Position, isLowered = false): boolean {
    for (const form of this.waysApart(word, position)) {
      const homonyms = this.words.flagsOf(form.stem)
      if (homonyms.some((flags) => has(flags, this.affixes.marks.forbidden))) continue
      if (homonyms.some((flags) => this.isGood(form, flags, position, isLowered))) return true
    }
    return false
  }

  /** Whether the dictionary says that a word is wrong. */
  isForbidden(word: string): boolean {
    return this.words.flagsOf(word).some((flags) => has(flags, this.affixes.marks.forbidden))
  }

  private *waysApart(word: string, position: Position): Generator<Form> {
    const { compoundPermit } = this.affixes.marks
    const permitted = compoundPermit === '' ? null : [compoundPermit]
    const atEnd = position === null || position === 'end'
    const atStart = position === null || position === 'begin'
    yield { stem: word }
    const suffixFlags = atEnd ? [] : permitted
    const prefixFlags = atStart ? [] : permitted
    const isInCompound = position !== null
    if (suffixFlags)
      yield* this.withoutSuffix(word, { flags: suffixFlags, isCross: false, isInner: false }, isInCompound)
    if (!prefixFlags) return
    for (const form of this.withoutPrefix(word, prefixFlags, isInCompound)) {
      yield form
      if (!suffixFlags || form.prefix?.isCross !== true) continue
      const wanted = { flags: suffixFlags, isCross: true, isInner: false }
      for (const both of this.withoutSuffix(form.stem, wanted, isInCompound))
        yield { ...both, prefix: form.prefix }
    }
  }

  private *withoutSuffix(word: string, wanted: Wanted, isInCompound: boolean): Generator<Form> {
    const { compoundForbid } = this.affixes.marks
    for (let length = 0; length <= this.longestSuffix && length <= word.length; length += 1) {
      const at = word.length - length
      for (const suffix of this.affixes.suffixes.get(word.slice(at)) ?? []) {
        if (wanted.isCross && !suffix.isCross) continue
        if (isInCompound && has(suffix.flags, compoundForbid)) continue
        if (!wanted.flags.every((flag) => suffix.flags.has(flag))) continue
        const stem = word.slice(0, at) + suffix.strip
        if (stem === '' || !suffix.fits(stem)) continue
        yield { stem, suffix }
        if (wanted.isInner) continue
        // Of two suffixes the inner one says that the outer one may follow.
        yield* this.withoutSuffix(
          stem,
          { flags: [suffix.flag], isCross: wanted.isCross, isInner: true },
          isInCompound,
        )
      }
    }
  }

  private *withoutPrefix(
    word: string,
    wanted: readonly string[],
    isInCompound: boolean,
  ): Generator<Form & { prefix: Affix }> {
    const { compoundForbid } = this.affixes.marks
    for (let length = 0; length <= this.longestPrefix && length <= word.length; length += 1) {
      for (const prefix of this.affixes.prefixes.get(word.slice(0, length)) ?? []) {
        if (isInCompound && has(prefix.flags, compoundForbid)) continue
        if (!wanted.every((flag) => prefix.flags.has(flag))) continue
        const stem = prefix.strip + word.slice(length)
        if (stem !== '' && prefix.fits(stem)) yield { stem, prefix }
      }
    }
  }

  private isGood({ prefix, suffix }: Form, root: Flags, position: Position, isLowered: boolean): boolean {
    const { marks, hasSharpS } = this.affixes
    const marked = (flag: string): boolean =>
      flag !== '' && (root.has(flag) || prefix?.flags.has(flag) === true || suffix?.flags.has(flag) === true)
    if (isLowered && has(root, marks.keepCase) && !hasSharpS) return false
    if (prefix && !marked(prefix.flag)) return false
    if (suffix && !marked(suffix.flag)) return false
    if (this.lacksAffix(root, prefix, suffix)) return false
    if (marks.circumfix !== '' && prefix?.flags.has(marks.circumfix) !== suffix?.flags.has(marks.circumfix))
      if (prefix?.flags.has(marks.circumfix) || suffix?.flags.has(marks.circumfix)) return false
    if (position === null) return !marked(marks.onlyInCompound)
    if (marked(marks.compoundForbid)) return false
    if (marked(marks.compound)) return true
    if (position === 'begin') return marked(marks.compoundBegin)
    return marked(position === 'middle' ? marks.compoundMiddle : marks.compoundEnd)
  }

  /** Roots and affixes can say that they are no word without a further affix. */
  private lacksAffix(root: Flags, prefix: Affix | undefined, suffix: Affix | undefined): boolean {
    const { needAffix } = this.affixes.marks
    const needs = (affix: Affix | undefined) => affix === undefined || has(affix.flags, needAffix)
    if (prefix || suffix) return needAffix !== '' && needs(prefix) && needs(suffix)
    return has(root, needAffix)
  }
}

const has = (flags: Flags, flag: string): boolean => flag !== '' && flags.has(flag)
