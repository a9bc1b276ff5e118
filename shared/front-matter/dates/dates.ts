import { type DateForm, type DatePart, formOf, monthLike, monthOf, weekdayLike } from './date-forms'

/** The parts of a date as they are written, in the zone they are written in. */
export interface DateParts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  /** Null for a date without a time. */
  readonly hour: number | null
  readonly minute: number | null
  readonly second: number | null
  /** Minutes east of UTC; null where no zone is written. */
  readonly offset: number | null
}

/**
 * The parts of a written date; null if it is not a date or no such day exists. Ignores the local time zone.
 */
export const dateParts = (written: string): DateParts | null => {
  const parts = plainDay(written) ?? formParts(written)
  return parts && isReal(parts) ? parts : null
}

const noTime = { hour: null, minute: null, second: null, offset: null }

/** A fast path for the usual `2024-05-01`. */
const plainDay = (written: string): DateParts | null => {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written)
  return match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), ...noTime }
}

const formParts = (written: string): DateParts | null => {
  const form = formOf(written.trim())
  return form && partsOf(form)
}

/**
 * A written date as milliseconds since 1970, for sorting; null if it is not a date. Without a zone it counts
 * as UTC, so that posts have the same order on every computer.
 */
export const dateMs = (written: string): number | null => {
  const parts = dateParts(written)
  return parts && msOf(parts) + (parts.second === null ? 0 : fractionMs(written))
}

/**
 * Changes parts of a written date and keeps everything else: separators, padding, names, time and zone.
 * Null if it is not a date, lacks the part, or no such day exists.
 */
export const changeDate = (
  written: string,
  changes: Readonly<Partial<Record<DatePart, number>>>,
): string | null => {
  const form = formOf(written.trim())
  const before = form && partsOf(form)
  if (!form || !before) return null
  const wanted = { ...before, ...changes }
  const parts = Object.keys(changes) as DatePart[]
  if (!isReal(wanted) || parts.some((part) => form.spans[part] === undefined)) return null
  const changed = parts.filter((part) => changes[part] !== before[part])
  if (changed.length === 0) return written
  const pieces = changed.map((part) => [part, pieceLike(form, part, wanted[part] ?? 0)] as const)
  if (form.groups.half && changed.includes('hour'))
    pieces.push(['half' as DatePart, halfLike(form.groups.half, wanted.hour ?? 0)])
  if (form.groups.weekday)
    pieces.push(['weekday' as DatePart, weekdayLike(form.groups.weekday, weekdayOf(wanted))])
  const start = written.indexOf(form.written)
  return written.slice(0, start) + replaced(form, pieces) + written.slice(start + form.written.length)
}

/**
 * Writes a moment in the form of a sample, in the sample's zone or, if it has none, in `offset` (minutes).
 */
export const writeDateLike = (sample: string, ms: number, offset: number): string | null => {
  const parts = dateParts(sample)
  if (!parts) return null
  const at = new Date(ms + (parts.offset ?? offset) * 60_000)
  const wanted = {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
  const form = formOf(sample.trim())
  const present = Object.entries(wanted).filter(([part]) => form?.spans[part] !== undefined)
  const written = changeDate(sample, Object.fromEntries(present))
  const fraction = form?.spans.fraction
  if (!written || !fraction) return written
  return written.replace(/([.,])\d+(?=\D*$)/, (all, sign) => sign + '0'.repeat(all.length - 1))
}

const partsOf = ({ groups }: DateForm): DateParts | null => {
  const month = monthOf(groups.month ?? '')
  if (month === null) return null
  const hour = groups.hour === undefined ? null : hourOf(Number(groups.hour), groups.half)
  return {
    year: Number(groups.year),
    month,
    day: Number(groups.day ?? 1),
    hour,
    minute: groups.minute === undefined ? null : Number(groups.minute),
    second: groups.second === undefined ? null : Number(groups.second),
    offset: groups.zone === undefined ? null : offsetOf(groups.zone),
  }
}

const hourOf = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

const namedZones: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  BST: 60,
  CET: 60,
}

const offsetOf = (zone: string): number => {
  const numeric = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (!numeric) return namedZones[zone] ?? 0
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
  return numeric[1] === '-' ? -minutes : minutes
}

const isReal = (parts: DateParts): boolean => {
  const at = new Date(0)
  at.setUTCFullYear(parts.year, parts.month - 1, parts.day)
  if (at.getUTCMonth() + 1 !== parts.month || at.getUTCDate() !== parts.day) return false
  return (parts.hour ?? 0) < 24 && (parts.minute ?? 0) < 60 && (parts.second ?? 0) < 61
}

const msOf = (parts: DateParts): number => {
  const at = new Date(0)
  at.setUTCFullYear(parts.year, parts.month - 1, parts.day)
  at.setUTCHours(parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
  return at.getTime() - (parts.offset ?? 0) * 60_000
}

const fractionMs = (written: string): number => {
  const fraction = formOf(written.trim())?.groups.fraction
  return fraction ? Math.trunc(Number(`0.${fraction}`) * 1000) : 0
}

const weekdayOf = (parts: DateParts): number => new Date(msOf({ ...parts, hour: 0, offset: 0 })).getUTCDay()

const replaced = (form: DateForm, pieces: readonly (readonly [string, string])[]): string => {
  const spans = pieces.map(([part, text]) => ({ span: form.spans[part] ?? [0, 0], text }))
  return spans
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((result, { span, text }) => result.slice(0, span[0]) + text + result.slice(span[1]), form.written)
}

const halfLike = (written: string, hour: number): string => {
  const half = hour < 12 ? 'am' : 'pm'
  return written === written.toUpperCase() ? half.toUpperCase() : half
}

const pieceLike = (form: DateForm, part: DatePart, value: number): string => {
  const old = form.groups[part] ?? ''
  if (part === 'year') return String(value).padStart(4, '0')
  if (part === 'month' && !/^\d/.test(old)) return monthLike(old, value)
  const shown = part === 'hour' && form.groups.half ? value % 12 || 12 : value
  return isPadded(form, part, old) ? String(shown).padStart(2, '0') : String(shown)
}

// A single digit means unpadded, a leading zero means padded. If neither occurs in the day or month, the form
// decides: `Jul 22, 2022` is taken as unpadded, `2022-12-22` as padded.
const isPadded = (form: DateForm, part: DatePart, old: string): boolean => {
  if (part === 'minute' || part === 'second') return true
  const siblings = part === 'hour' ? [old] : [old, form.groups.day ?? '', form.groups.month ?? '']
  const digits = siblings.filter((text) => /^\d+$/.test(text))
  if (digits.some((text) => text.length === 1)) return false
  if (digits.some((text) => text.startsWith('0'))) return true
  return part === 'hour' ? !form.groups.half : !form.written.includes(',')
}
