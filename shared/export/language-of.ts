// Scripts that one language mostly uses; asked in this order, as Japanese is written with Han too.
const scripts: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/[پچژگ]/g, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[іїєґ]/giu, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
]

// The words that no text of a few sentences does without.
const words: Readonly<Record<string, string>> = {
  en: 'the and of to is that it for with this are you',
  es: 'el la de que y los las una para con por es',
  fr: 'le la les des et est une dans pour que pas sur',
  de: 'der die das und ist nicht ein eine mit für von auf',
  pt: 'o os de que e uma para com não do da em',
  it: 'il di che e la per una con non è del sono',
  nl: 'de het een van en is dat niet met voor op zijn',
  pl: 'i w na nie się z że do jest to jak dla',
  sv: 'och att det som en på är av för med inte den',
  tr: 've bir bu için ile da de çok olarak daha gibi ne',
}
const wordLists = Object.entries(words).map(
  ([language, list]) => [language, new Set(list.split(' '))] as const,
)

const enough = 20_000

/** The language a text seems to be written in, as a BCP 47 tag; English where nothing speaks for another. */
export const languageOf = (text: string): string => {
  const start = text.slice(0, enough)
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  const script = scripts.find(([pattern]) => (start.match(pattern)?.length ?? 0) > share(pattern) * letters)
  if (script !== undefined) return script[1]
  const counts = new Map<string, number>()
  for (const word of start.toLowerCase().match(/\p{L}+/gu) ?? [])
    for (const [language, list] of wordLists)
      if (list.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1)
  const best = [...counts].sort(([, a], [, b]) => b - a)[0]
  return best?.[0] ?? 'en'
}

// Persian and Ukrainian letters stand among Arabic and Russian ones; the others make up the text.
const share = (pattern: RegExp): number => (/پ|і/.test(pattern.source) ? 0.01 : 0.2)

/** Whether a text reads from the right: by its first letter that has a direction, as browsers decide. */
export const directionOf = (text: string): 'ltr' | 'rtl' => {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
    ? 'rtl'
    : 'ltr'
}

/** A language as a head or a configuration writes it, or null where it is not one. */
export const asLanguageTag = (written: unknown): string | null => {
  if (typeof written !== 'string') return null
  const tag = written.trim().replaceAll('_', '-')
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : null
}
