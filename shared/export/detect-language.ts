import { eld } from 'eld/extrasmall'
import { proseOf, scriptLanguage } from './language-of'

/** Fewer letters than these tell a script, and not a language. */
const enoughLetters = 40

/** The language that the body of a post is written in, as a BCP 47 tag; English where too little speaks for another. */
export const languageOfBody = (body: string): string => {
  const prose = proseOf(body)
  const letters = prose.match(/\p{L}/gu)?.length ?? 0
  const script = scriptLanguage(prose)
  if (letters < enoughLetters) return script ?? 'en'
  const found = eld.detect(prose)
  return found.language !== '' && found.isReliable() ? found.language : (script ?? 'en')
}
