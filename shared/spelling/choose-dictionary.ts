import { itemAt } from '../base/item-at'

/** The language of a tag, without its country. */
export const baseOf = (tag: string): string => itemAt(tag.split('-'), 0)

/** Language codes of detectors and older heads, mapped to those that dictionaries use. */
export const otherNames: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', in: 'id' }

/**
 * The best of the `known` dictionaries for a language: the one for the country in the tag, otherwise for the
 * writer's country, otherwise the one without a country, otherwise any. Null if the language has none.
 */
export const dictionaryOf = (
  language: string,
  known: readonly string[],
  preferred: readonly string[],
): string | null => {
  const tag = language.replaceAll('_', '-').toLowerCase()
  const base = otherNames[baseOf(tag)] ?? baseOf(tag)
  const sameLanguage = known.filter(
    (one) => (otherNames[baseOf(one.toLowerCase())] ?? baseOf(one.toLowerCase())) === base,
  )
  const named = sameLanguage.find((one) => one.toLowerCase() === tag)
  const own = preferred.map((one) => sameLanguage.find((other) => other.toLowerCase() === one.toLowerCase()))
  const plain = sameLanguage.find((one) => one.toLowerCase() === base)
  return named ?? own.find((one) => one !== undefined) ?? plain ?? sameLanguage[0] ?? null
}

/** The languages among those of a system; a Unix without a locale names `C` or `POSIX`, which is none. */
export const languagesOf = (preferred: readonly string[]): readonly string[] =>
  preferred.filter((tag) => /^[a-z]{2,3}(?:[-_]|$)/i.test(tag))
