import { lastResult } from '../../base/last-result'
/** A part of a written date. */
export type DatePart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

const time =
  '(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?(?:[ ]?(?<half>[AaPp][Mm]))?'
const zone = '(?:[ ]?(?<zone>[Zz]|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?|[A-Z]{3})(?:[ ](?:UTC|GMT|[A-Z]{3,4}))?)?'
const after = `(?:(?:[Tt]|,?[ ]+)${time}${zone})?`
const weekday = '(?:(?<weekday>[A-Za-z]{3,9}),?[ ]+)?'
const word = '(?<month>[A-Za-z]{3,9})\\.?'

// The first form that matches wins. Dates with slashes are read month first, as by JavaScript and most
// generators, unless that is impossible.
const forms: readonly RegExp[] = [
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})${after}$`, 'd'),
  new RegExp(`^(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})${after}$`, 'd'),
  new RegExp(`^(?<month>0?[1-9]|1[0-2])/(?<day>\\d{1,2})/(?<year>\\d{4})${after}$`, 'd'),
  new RegExp(`^(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4})${after}$`, 'd'),
  new RegExp(`^(?<day>\\d{1,2})\\.[ ]?(?<month>\\d{1,2})\\.[ ]?(?<year>\\d{4})${after}$`, 'd'),
  new RegExp(`^${weekday}${word}[ ]+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?[ ]+(?<year>\\d{4})${after}$`, 'd'),
  new RegExp(`^${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -]${word}[ ,-]+(?<year>\\d{4})${after}$`, 'd'),
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/d,
  /^(?<year>\d{4})-(?<month>\d\d)$/d,
]

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** A written date with the text and position of each part. */
export interface DateForm {
  readonly written: string
  readonly groups: Readonly<Record<string, string>>
  readonly spans: Readonly<Record<string, readonly [from: number, to: number]>>
}

// Every form starts with a digit, a month or a weekday, which quickly rules out most other text.
const start = /^(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)/i

const readForm = (written: string): DateForm | null => {
  if (written.length < 7 || written.length > 60 || !start.test(written) || !/\d/.test(written)) return null
  for (const form of forms) {
    const match = form.exec(written)
    if (!match?.groups) continue
    const groups = definedOnly(match.groups)
    if (monthOf(groups.month ?? '') === null || (groups.weekday && dayOf(groups.weekday) === null)) continue
    return { written, groups, spans: definedOnly(match.indices?.groups ?? {}) }
  }
  return null
}

/**
 * Reads the form of a written date; null if it is none. Cached, as each date is read several times in a row.
 */
export const formOf = lastResult(readForm)

const definedOnly = <T>(groups: Record<string, T | undefined>): Record<string, T> => {
  const defined: Record<string, T> = {}
  for (const name in groups) {
    const value = groups[name]
    if (value !== undefined) defined[name] = value
  }
  return defined
}

const indexOfName = (all: readonly string[], name: string): number | null => {
  const found = name.length < 3 ? -1 : all.findIndex((full) => full.startsWith(name.toLowerCase()))
  return found < 0 ? null : found
}

/** The month, 1 to 12, of a number or name. */
export const monthOf = (written: string): number | null => {
  if (/^\d+$/.test(written)) return Number(written)
  const at = written.toLowerCase() === 'sept' ? 8 : indexOfName(monthNames, written)
  return at === null ? null : at + 1
}

const dayOf = (written: string): number | null => indexOfName(dayNames, written)

/** The name of a month like the one it replaces: short or full, in the same letter case. */
export const monthLike = (written: string, month: number): string =>
  nameLike(written, monthNames[month - 1] ?? '')

/** The name of the weekday of a day, like the one it replaces. */
export const weekdayLike = (written: string, day: number): string => nameLike(written, dayNames[day] ?? '')

const nameLike = (written: string, full: string): string => {
  // “May” says nothing about short or full names; short is the safer guess in a list of dates.
  const name =
    written.length > 4 || (written.length === 4 && written.toLowerCase() !== 'sept') ? full : full.slice(0, 3)
  if (written === written.toUpperCase()) return name.toUpperCase()
  return written === written.toLowerCase() ? name : name.charAt(0).toUpperCase() + name.slice(1)
}
