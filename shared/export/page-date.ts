import type { DateParts } from '../front-matter/dates/dates'

/** A date for people and for machines. */
export interface PageDate {
  /** `5 January 2024` in the language of the page; the text as written if it is not a date. */
  readonly text: string
  /** `2024-01-05`; empty if the text is not a date. */
  readonly iso: string
}

/** The date of a post for its page: the day as written, independent of the reader's time zone. */
export const pageDate = (written: string, parts: DateParts | null, language: string): PageDate => {
  if (parts === null) return { text: written, iso: '' }
  const day = new Date(0)
  day.setUTCFullYear(parts.year, parts.month - 1, parts.day)
  return { text: longDate(day, language), iso: day.toISOString().slice(0, 10) }
}

const longDate = (day: Date, language: string): string =>
  new Intl.DateTimeFormat(/^en$/i.test(language) ? 'en-GB' : [language, 'en-GB'], {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(day)
