import { excerptOf } from '../text/excerpt'

// Scripts that are mostly used by one language; in this order, as Japanese also uses Han.
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

/** How much of a body is used to detect its language, in UTF-16 units. */
export const maxBodyLength = 12_000
const maxProse = 2000

/** The prose at the start of a body: without code, addresses and markup, which would look English. */
export const proseOf = (body: string): string =>
  excerptOf(body.slice(0, maxBodyLength), maxProse).replace(/https?:\/\/\S+|www\.\S+/g, ' ')

/** The language of a text by its script; null if many languages share the script. */
export const scriptLanguage = (text: string): string | null => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const found = scripts.find(([pattern]) => (text.match(pattern)?.length ?? 0) > share(pattern) * letters)
  return found?.[1] ?? null
}

// Persian and Ukrainian texts use Arabic and Russian letters besides their own.
const share = (pattern: RegExp): number => (/پ|і/.test(pattern.source) ? 0.01 : 0.2)

const languageKeys: readonly string[] = ['lang', 'language', 'locale']

/** The language in a post's head, otherwise its site's; null if neither has one. */
export const statedLanguage = (
  head: Readonly<Record<string, unknown>>,
  site: string | null | undefined,
): string | null => {
  const named = Object.entries(head).filter(([key]) => languageKeys.includes(key.toLowerCase()))
  return [...named.map(([, value]) => value), site].map(asLanguageTag).find((tag) => tag !== null) ?? null
}

/** Whether a text is right to left, by its first letter with a direction, as in browsers. */
export const directionOf = (text: string): 'ltr' | 'rtl' => {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
    ? 'rtl'
    : 'ltr'
}

const fromTheRight = /^(?:arc?|ckb|dv|fa|he|iw|ji|ks|nqo|ps|sd|syr|ug|ur|yi)$/

/** Whether a page is right to left, by its language, otherwise by its title. */
export const directionOfPage = (title: string, language: string): 'ltr' | 'rtl' => {
  const [main = '', ...parts] = language.toLowerCase().split('-')
  const script = parts.find((part) => /^[a-z]{4}$/.test(part))
  const isRight =
    script === undefined ? fromTheRight.test(main) : /^(?:arab|hebr|syrc|thaa|nkoo)$/.test(script)
  return isRight ? 'rtl' : directionOf(title)
}

/** The language tag in a head or configuration, or null if it is invalid. */
export const asLanguageTag = (written: unknown): string | null => {
  if (typeof written !== 'string') return null
  const tag = written.trim().replaceAll('_', '-').replace(/\..*$/s, '') // `de_DE.UTF-8`
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : null
}
