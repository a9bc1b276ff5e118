import { dateShape } from '../dates/date-shape'
import { changeDate, type DateParts, dateParts } from '../dates/dates'
import type { FormField } from '../schema/form-field'
import type { FieldScalar } from '../values/types'

/** What becomes of what stands in a control: it is written, the field goes, or it waits for the rest. */
export type TypedValue =
  | { readonly kind: 'write'; readonly value: FieldScalar }
  | { readonly kind: 'drop' }
  | { readonly kind: 'wait' }

type Field = Pick<FormField, 'value' | 'source' | 'present' | 'sample' | 'mayStayEmpty'>

const wait: TypedValue = { kind: 'wait' }

/** An emptied field goes when the writer is done, where the site's posts do not have it empty. */
const emptied = (field: Field, done: boolean): TypedValue => {
  if (!done || !field.present) return wait
  return field.mayStayEmpty ? { kind: 'write', value: '' } : { kind: 'drop' }
}

/**
 * A typed date is written when it is whole, in the form the field has, else in that of the site's posts. While it is typed
 * only what has that form already; half a date never. What was no date before may become another text.
 */
export const typedDate = (field: Field, typed: string, done: boolean): TypedValue => {
  const text = typed.trim()
  if (text === '') return emptied(field, done)
  const written = typeof field.value === 'string' ? field.value : ''
  const parts = dateParts(text)
  if (!parts) return done && written !== '' && !dateParts(written) ? { kind: 'write', value: text } : wait
  if (hasDay(written || field.sample) && !hasDay(text)) return wait
  const like = dateParts(written)
    ? changeDate(written, partsIn(parts))
    : field.sample && changeDate(field.sample, { ...midnightOf(field.sample), ...partsIn(parts) })
  if (like === text) return { kind: 'write', value: text }
  return done ? { kind: 'write', value: like || text } : wait
}

// A month alone is the beginning of a date, where the others have a day.
const hasDay = (written: string | null): boolean => dateShape(written ?? '')?.pattern.includes('D') ?? false

const partsIn = ({ year, month, day, hour, minute, second }: DateParts) => ({
  year,
  month,
  day,
  ...(hour === null ? {} : { hour }),
  ...(minute === null ? {} : { minute }),
  ...(second === null ? {} : { second }),
})

// The hour of another post is none of this one.
const midnightOf = (sample: string) => {
  const parts = dateParts(sample)
  return {
    ...(parts?.hour === null ? {} : { hour: 0 }),
    ...(parts?.minute === null ? {} : { minute: 0 }),
    ...(parts?.second === null ? {} : { second: 0 }),
  }
}

const number = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i

/** A typed number in its own spelling and the quotes of the field; what is no number yet waits. */
export const typedNumber = (field: Field, typed: string, done: boolean): TypedValue => {
  const text = typed.trim()
  if (text === '') return emptied(field, done)
  if (!number.test(text)) return wait
  return { kind: 'write', value: field.present && field.source !== '' ? text : Number(text) }
}

/** A typed path; an emptied one goes when the writer is done. */
export const typedPath = (field: Field, typed: string, done: boolean): TypedValue =>
  typed.trim() === '' ? emptied(field, done) : { kind: 'write', value: typed }
