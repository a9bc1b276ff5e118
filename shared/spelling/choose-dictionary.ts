import { itemAt } from '../base/item-at'

/** The language of a tag, without its country. */
export const baseOf = (tag: string): string => itemAt(tag.split('-'), 0)

/** What detectors and old heads call a language that dictionaries have under another code. */
export const otherNames: Readonly<Record<string, string>> = { no: 'nb', iw: 'he', in: 'id' }

/**
 * The dictionary of a language among those there are: the one of the country that the tag names, else the one of the
 * writer's country, else the plain one, else any. Null where the language has none.
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
