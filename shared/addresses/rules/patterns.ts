import { itemAt } from '../../base/item-at'
import { plainLatin } from '../../text/latin-letters'
/** The parts of a written date. */
export interface DateParts {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly time: readonly [hour: string, minute: string, second: string]
}

/** Parses a date that starts with YYYY-MM-DD; null if it does not. */
export const datePartsOf = (written: string | undefined): DateParts | null => {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(
    written ?? '',
  )
  if (!match) return null
  const two = (text = '00') => text.padStart(2, '0')
  return {
    year: itemAt(match, 1),
    month: two(match[2]),
    day: two(match[3]),
    time: [two(match[4]), two(match[5]), two(match[6])],
  }
}

/** The values for a pattern; null for an unknown one, which makes the address unknown too. */
export type PatternValues = Readonly<Record<string, string | null>>

/** The values for parts of a date: `:year`, `:month`, `:i_day`… */
export const dateValues = (date: DateParts | null): PatternValues => {
  const plain = (text: string | undefined) => (text === undefined ? null : String(Number(text)))
  const ordinal = date === null ? null : dayOfYear(date)
  return {
    year: date?.year ?? null,
    short_year: date?.year.slice(2) ?? null,
    month: date?.month ?? null,
    i_month: plain(date?.month),
    day: date?.day ?? null,
    i_day: plain(date?.day),
    hour: date?.time[0] ?? null,
    minute: date?.time[1] ?? null,
    second: date?.time[2] ?? null,
    y_day: ordinal === null ? null : String(ordinal).padStart(3, '0'),
    yearday: ordinal === null ? null : String(ordinal),
    monthname: date === null ? null : (months[Number(date.month) - 1] ?? null),
    long_month: date === null ? null : (months[Number(date.month) - 1] ?? null),
    short_month: date === null ? null : (months[Number(date.month) - 1]?.slice(0, 3) ?? null),
  }
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

const dayOfYear = ({ year, month, day }: DateParts): number =>
  Math.round(
    (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(Number(year), 0, 1)) / 86_400_000,
  ) + 1

/** Fills in `:name` and `{{ name }}` of a pattern; null if a name or its value is unknown. */
export const filledPattern = (pattern: string, values: PatternValues): string | null => {
  let isKnown = true
  const filled = pattern.replace(/:([a-z]+(?:_[a-z]+)*)/gi, (_, name: string) => {
    const value = values[name.toLowerCase()]
    if (value === undefined || value === null) isKnown = false
    return value ?? ''
  })
  return isKnown && !/[{}[\]]/.test(filled) ? tidied(filled) : null
}

/** A path with a leading slash and without double slashes. */
export const tidied = (path: string): string => `/${path}`.replace(/\/{2,}/g, '/')

/** A text as part of an address: letters and digits of all scripts, other characters become hyphens. */
export const hyphenated = (text: string, keep = ''): string => {
  const kept = new Set(keep)
  return Array.from(text.normalize('NFC'), (letter) =>
    /[\p{L}\p{M}\p{N}]/u.test(letter) || kept.has(letter) ? letter : '-',
  )
    .join('')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
}

/** A slug as generators in Python make it; null for letters that are not Latin, which they transliterate. */
export const latinSlug = (text: string): string | null => {
  const plain = plainLatin(text)
    .replace(/[–—]/g, '-')
    .replace(/[‘’“”«»„…]/g, '')
  if (/[^\p{ASCII}]/u.test(plain)) return null
  return plain
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[-\s]+/g, '-')
}
