import type { Settings } from '../../shared/settings'
import { baseOf, otherNames } from '../../shared/spelling/choose-dictionary'

/**
 * Whether Chromium may check spelling. Where it has to fetch its dictionaries it does so as soon as a language is set, even
 * with checking off; so there it may only if the user has turned downloads on.
 */
export const mayCheckSpelling = (
  { spellcheck, downloadDictionaries }: Pick<Settings, 'spellcheck' | 'downloadDictionaries'>,
  isFetched: boolean,
): boolean => spellcheck && (!isFetched || downloadDictionaries)

/**
 * The dictionaries to check a post with: for its language, the one for the country that the post names,
 * otherwise for the writer's country, otherwise any. Empty if there is none, because every word would be
 * underlined. Without a language, those of the writer's system. `known` are the tags of the available
 * dictionaries, `preferred` the writer's languages.
 */
export const dictionariesFor = (
  language: string | null,
  known: readonly string[],
  preferred: readonly string[],
): readonly string[] => {
  if (language === null) {
    const wanted = preferred.flatMap((tag) => [tag, baseOf(tag)])
    return [...new Set(wanted)].filter((tag) => known.includes(tag))
  }
  const tag = language.replaceAll('_', '-').toLowerCase()
  const base = otherNames[baseOf(tag)] ?? baseOf(tag)
  const sameLanguage = known.filter((one) => baseOf(one.toLowerCase()) === base)
  const named = sameLanguage.find((one) => tag.includes('-') && one.toLowerCase() === tag)
  const own = preferred.map((one) => sameLanguage.find((other) => other.toLowerCase() === one.toLowerCase()))
  const plain = sameLanguage.find((one) => one.toLowerCase() === base)
  const chosen = named ?? own.find((one) => one !== undefined) ?? plain ?? sameLanguage[0]
  return chosen === undefined ? [] : [chosen]
}
