import { dateShape } from '../dates/date-shape'
import { changeDate, type DateParts, dateParts } from '../dates/dates'
import type { FormField } from '../schema/form-field'
import type { FieldScalar } from '../values/types'

/** What to do with the input of a control: write it, remove the field, or wait for more input. */
export type TypedValue =
  | { readonly kind: 'write'; readonly value: FieldScalar }
  | { readonly kind: 'drop' }
  | { readonly kind: 'wait' }

type Field = Pick<FormField, 'value' | 'source' | 'present' | 'sample' | 'mayStayEmpty'>

const wait: TypedValue = { kind: 'wait' }

/** An emptied field is removed when editing ends, unless the site's posts usually leave it empty. */
const emptied = (field: Field, done: boolean): TypedValue => {
  if (!done || !field.present) return wait
  return field.mayStayEmpty ? { kind: 'write', value: '' } : { kind: 'drop' }
}

/**
 * A complete date is written in the form of the field's old value, or else of the site's posts. During typing
 * it is written only if it already has that form. An incomplete date is never written, but a value that was
 * not a date may be replaced by any text.
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

// A month alone is an incomplete date if the other dates have a day.
const hasDay = (written: string | null): boolean => dateShape(written ?? '')?.pattern.includes('D') ?? false

const partsIn = ({ year, month, day, hour, minute, second }: DateParts) => ({
  year,
  month,
  day,
  ...(hour === null ? {} : { hour }),
  ...(minute === null ? {} : { minute }),
  ...(second === null ? {} : { second }),
})

// The time of the sample belongs to another post, so it is set to midnight.
const midnightOf = (sample: string) => {
  const parts = dateParts(sample)
  return {
    ...(parts?.hour === null ? {} : { hour: 0 }),
    ...(parts?.minute === null ? {} : { minute: 0 }),
    ...(parts?.second === null ? {} : { second: 0 }),
  }
}

const number = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i

/** A typed number, spelled as typed and in the quotes of the field; input that is not a number yet waits. */
export const typedNumber = (field: Field, typed: string, done: boolean): TypedValue => {
  const text = typed.trim()
  if (text === '') return emptied(field, done)
  if (!number.test(text)) return wait
  return { kind: 'write', value: field.present && field.source !== '' ? text : Number(text) }
}

/**
 * A typed path; an emptied one is removed when editing ends, unless the site's posts usually leave it empty.
 */
export const typedPath = (field: Field, typed: string, done: boolean): TypedValue =>
  typed.trim() === '' ? emptied(field, done) : { kind: 'write', value: typed }
