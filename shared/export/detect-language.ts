import { eld } from 'eld/extrasmall'
import { proseOf, scriptLanguage } from './language-of'

/** Fewer letters than these tell a script, and not a language. */
const enoughLetters = 40

/** The language that the body of a post is written in, as a BCP 47 tag; null where too little speaks for any. */
export const detectedLanguage = (body: string): string | null => {
  const prose = proseOf(body)
  const letters = prose.match(/\p{L}/gu)?.length ?? 0
  const script = scriptLanguage(prose)
  if (letters < enoughLetters) return script
  const found = eld.detect(prose)
  return found.language !== '' && found.isReliable() ? found.language : script
}
