import type { Affix, AffixFile } from './affix-file'
import { type AffixSide, type AffixTable, affixSide } from './affix-table'
import type { Flags } from './flags'
import type { WordList } from './word-list'

/** The position of a part in a compound; null for a word by itself. */
export type Position = 'begin' | 'middle' | 'end' | null

/** A word split into a root and its affixes. Of two suffixes, `inner` is the one next to the root. */
interface Form {
  readonly stem: string
  readonly prefix?: Affix
  readonly suffix?: Affix
  readonly inner?: Affix
}

/** A word found in the dictionary. */
export interface Found extends Form {
  /** The flags of its root. */
  readonly flags: Flags
}

/** The letter case of a written word. */
export interface Look {
  /** A capital was lowercased to look it up. */
  readonly isLowered?: boolean
  /** It is written in capitals only, so its root may have capitals inside: `MCCLAIN`. */
  readonly isShouted?: boolean
}

/** Splits words by the affixes of a language and looks up their roots. */
export class Forms {
  private readonly prefixes: AffixSide
  private readonly suffixes: AffixSide

  constructor(
    private readonly affixes: AffixFile,
    private readonly words: WordList,
  ) {
    this.prefixes = affixSide(affixes.prefixes, affixes.marks.compoundPermit)
    this.suffixes = affixSide(affixes.suffixes, affixes.marks.compoundPermit)
  }

  /** Whether the dictionary has the word. */
  isForm(word: string, look: Look = {}): boolean {
    return this.root(word, null, look) !== null || this.affixed(word, null, look) !== null
  }

  /** The word as a root that is allowed at this position; null if it is none. */
  root(word: string, position: Position, look: Look = {}): Found | null {
    return this.found({ stem: word }, position, look)
  }

  /** The word as a root with affixes that is allowed at this position; null if it is none. */
  affixed(word: string, position: Position, look: Look = {}): Found | null {
    for (const form of this.waysApart(word, position)) {
      const found = this.found(form, position, look)
      if (found) return found
    }
    return null
  }

  /** Whether the dictionary marks a word as wrong. */
  isForbidden(word: string): boolean {
    return this.words.flagsOf(word).some((flags) => has(flags, this.affixes.marks.forbidden))
  }

  private found(
    form: Form,
    position: Position,
    { isLowered = false, isShouted = false }: Look,
  ): Found | null {
    const homonyms = this.words.flagsOf(form.stem)
    if (homonyms.some((flags) => has(flags, this.affixes.marks.forbidden))) return null
    const isGood = (flags: Flags) => this.isGood(form, flags, position, isLowered)
    const flags =
      homonyms.find(isGood) ?? (isShouted ? this.words.flagsOfShouted(form.stem).find(isGood) : undefined)
    return flags ? { ...form, flags } : null
  }

  private *waysApart(word: string, position: Position): Generator<Form> {
    const { all, permitted } = this.suffixes
    const suffixes = position === null || position === 'end' ? all : permitted
    yield* this.withoutSuffix({ stem: word }, suffixes, position)
    for (const form of this.withoutPrefix(word, position)) {
      yield form
      const isLast = position === null || position === 'end'
      if (isLast && form.prefix?.isCross === true) yield* this.withoutSuffix(form, suffixes, position)
    }
  }

  private *withoutSuffix(form: Form, table: AffixTable, position: Position): Generator<Form> {
    const { stem: word, prefix, suffix: outer } = form
    const mayStack = position === null || position === 'end' || this.affixes.stacksInCompounds
    for (let length = Math.min(table.longest, word.length); length >= 0; length -= 1) {
      const at = word.length - length
      for (const affix of table.byText.get(word.slice(at)) ?? []) {
        if ((prefix && !affix.isCross) || this.isBarred(affix, position)) continue
        const stem = word.slice(0, at) + affix.strip
        if (stem === '' || !affix.fits(stem)) continue
        const taken = { ...form, stem, ...(outer ? { inner: affix } : { suffix: affix }) }
        yield taken
        // Of two suffixes, the inner one has the flag of the outer one.
        const under = outer || !mayStack ? undefined : this.suffixes.under.get(affix.flag)
        if (under) yield* this.withoutSuffix(taken, under, position)
      }
    }
  }

  private *withoutPrefix(word: string, position: Position): Generator<Form> {
    const { byText, longest } = position === 'end' ? this.prefixes.permitted : this.prefixes.all
    for (let length = 0; length <= longest && length <= word.length; length += 1)
      for (const prefix of byText.get(word.slice(0, length)) ?? []) {
        if (this.isBarred(prefix, position)) continue
        const stem = prefix.strip + word.slice(length)
        if (stem !== '' && prefix.fits(stem)) yield { stem, prefix }
      }
  }

  /** Whether an affix is forbidden because the word is part of a compound. */
  private isBarred({ flags }: Affix, position: Position): boolean {
    return position !== null && has(flags, this.affixes.marks.compoundForbid)
  }

  private isGood(form: Form, root: Flags, position: Position, isLowered: boolean): boolean {
    const { marks, hasSharpS } = this.affixes
    const { prefix, suffix, inner } = form
    const nearest = inner ?? suffix
    const marked = (flag: string): boolean =>
      flag !== '' && [root, prefix?.flags, nearest?.flags].some((flags) => flags?.has(flag))
    if (isLowered && has(root, marks.keepCase) && !hasSharpS) return false
    if (prefix && !root.has(prefix.flag) && nearest?.flags.has(prefix.flag) !== true) return false
    if (nearest && !root.has(nearest.flag) && prefix?.flags.has(nearest.flag) !== true) return false
    if (this.lacksAffix(root, form)) return false
    const isAround = (affix: Affix | undefined) => affix !== undefined && has(affix.flags, marks.circumfix)
    if (isAround(prefix) !== (isAround(suffix) || isAround(inner))) return false
    if (position === null) return !marked(marks.onlyInCompound)
    if (marked(marks.compoundForbid)) return false
    if (marked(marks.compound)) return true
    if (position === 'begin') return marked(marks.compoundBegin)
    return marked(position === 'middle' ? marks.compoundMiddle : marks.compoundEnd)
  }

  /** Whether a root or affix that needs a further affix has none. */
  private lacksAffix(root: Flags, { prefix, suffix, inner }: Form): boolean {
    const { needAffix } = this.affixes.marks
    const needs = (affix: Affix | undefined) => affix === undefined || has(affix.flags, needAffix)
    if (inner) return needs(suffix)
    if (prefix || suffix) return needs(prefix) && needs(suffix)
    return has(root, needAffix)
  }
}

const has = (flags: Flags, flag: string): boolean => flag !== '' && flags.has(flag)
