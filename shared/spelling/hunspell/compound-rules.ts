import type { AffixFile, RulePlace } from './affix-file'
import type { Flags } from './flags'
import type { Forms } from './forms'
import type { WordList } from './word-list'

/** The progress in a rule: `at` is the next place to match. */
interface Step {
  readonly rule: readonly RulePlace[]
  readonly at: number
}

const maxTries = 2_000

/** The steps after matching a part with these flags. */
const onWith = (steps: readonly Step[], flags: Flags): Step[] => {
  const next: Step[] = []
  for (const { rule, at: first } of steps)
    for (let at = first; at < rule.length; at += 1) {
      const place = rule[at]
      if (place && flags.has(place.flag)) next.push({ rule, at: place.mayRepeat ? at : at + 1 })
      if (place?.mayLack !== true) break
    }
  return next
}

const isDone = ({ rule, at }: Step): boolean => rule.slice(at).every(({ mayLack }) => mayLack)

/**
 * The flags of a word's first root if the word consists of roots in the order of a `COMPOUNDRULE`; otherwise
 * null. The last root may have affixes.
 */
export const firstByRule = (
  word: string,
  affixes: AffixFile,
  forms: Forms,
  words: WordList,
): Flags | null => {
  const { compoundMin, compoundRules, marks } = affixes
  const start = compoundRules.map((rule) => ({ rule, at: 0 }))
  const used = new Set(compoundRules.flat().map(({ flag }) => flag))
  let tries = 0
  const flagsAt = (from: number, to: number): readonly Flags[] => {
    tries += 1
    const without = [marks.needAffix, marks.forbidden].filter((flag) => flag !== '')
    return words
      .flagsOf(word.slice(from, to))
      .filter(
        (flags) => !without.some((flag) => flags.has(flag)) && [...flags].some((flag) => used.has(flag)),
      )
  }
  const endsFrom = (from: number, steps: readonly Step[]): boolean => {
    const affixed = forms.affixed(word.slice(from), 'end')
    return [...flagsAt(from, word.length), ...(affixed ? [affixed.flags] : [])].some((flags) =>
      onWith(steps, flags).some(isDone),
    )
  }
  const goesOn = (from: number, steps: readonly Step[]): Flags | null => {
    for (let at = from + compoundMin; at <= word.length - compoundMin && tries < maxTries; at += 1)
      for (const flags of flagsAt(from, at)) {
        const next = onWith(steps, flags)
        if (next.length > 0 && (endsFrom(at, next) || goesOn(at, next))) return flags
      }
    return null
  }
  return goesOn(0, start)
}
