import { formOf } from './date-forms'

/** The form of a written date: its separators and names, and whether its numbers are padded with zeros. */
export interface DateShape {
  /** The parts as letters, everything else as written: `Y-M-D`. */
  readonly pattern: string
  /** Null where the numbers do not tell: `2024-12-22`. */
  readonly padded: boolean | null
}

const letters: Readonly<Record<string, string>> = {
  year: 'Y',
  month: 'M',
  day: 'D',
  hour: 'h',
  minute: 'm',
  second: 's',
  fraction: 'f',
  half: 'p',
  weekday: 'W',
  zone: 'z',
}

/** The form of a written date; null if it is not a date. */
export const dateShape = (written: string): DateShape | null => {
  const form = formOf(written.trim())
  if (!form) return null
  const spans = Object.entries(form.spans).sort(([, a], [, b]) => b[0] - a[0])
  const pattern = spans.reduce(
    (text, [part, [from, to]]) =>
      text.slice(0, from) + letterOf(part, form.groups[part] ?? '') + text.slice(to),
    form.written,
  )
  const numbers = [form.groups.month ?? '', form.groups.day ?? ''].filter((text) => /^\d+$/.test(text))
  const padded = numbers.some((text) => text.startsWith('0')) || null
  return { pattern, padded: numbers.some((text) => text.length === 1) ? false : padded }
}

const letterOf = (part: string, text: string): string =>
  part === 'month' && !/^\d/.test(text) ? 'N' : (letters[part] ?? part)

/** True if two dates may have been written in the same form. */
export const isSameShape = (a: DateShape, b: DateShape): boolean =>
  a.pattern === b.pattern && (a.padded === null || b.padded === null || a.padded === b.padded)
