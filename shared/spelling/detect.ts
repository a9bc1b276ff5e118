import { eld } from 'eld/extrasmall'
import { proseOf, scriptLanguage } from '../export/language-of'

/** Fewer letters than these do not tell a language from its neighbours. */
export const enoughLetters = 60

/** The language that a text is surely written in; null where it is too short or could be another. */
export const reliableLanguage = (text: string): string | null => {
  const prose = proseOf(text)
  const script = scriptLanguage(prose)
  if ((prose.match(/\p{L}/gu)?.length ?? 0) < enoughLetters) return null
  const found = eld.detect(prose)
  return found.language !== '' && found.isReliable() ? found.language : script
}
