import { eld } from 'eld/extrasmall'
import { proseOf, scriptLanguage } from './language-of'

/** With fewer letters only the script can be detected, not the language. */
const enoughLetters = 40

/** The detected language of the body of a post, as a BCP 47 tag; null if it is uncertain. */
export const detectedLanguage = (body: string): string | null => {
  const prose = proseOf(body)
  const letters = prose.match(/\p{L}/gu)?.length ?? 0
  const script = scriptLanguage(prose)
  if (letters < enoughLetters) return script
  const found = eld.detect(prose)
  return found.language !== '' && found.isReliable() ? found.language : script
}
