import { writtenFields } from '../edit/edit'
import { type FrontMatter, type HeadData, parseFrontMatter } from '../read/parse'
import { typeOfValue } from '../schema/facts'
import type { Drift, FormField, ShownValue } from '../schema/form-field'
import { roleOfValue } from '../schema/roles'
import {
  type FieldRole,
  type FieldSchema,
  type FieldType,
  fieldOf,
  isNested,
  isTextType,
  type SiteSchema,
} from '../schema/site-schema'
import { adoptStyle } from '../style/adopt'
import { driftOf } from '../style/drift'
import { flagOf } from '../values/flag'
import type { WrittenField } from '../values/head-editor'
import { spelledIn } from '../values/keys'

/**
 * The rows of the form: the fields of the post in order, then those that most posts have and this one lacks.
 * If the site's settings define an order, all rows follow it. Empty for a broken head; `parseFrontMatter`
 * gives the reason.
 */
export const formFields = (
  text: string,
  schema: SiteSchema,
  typing: TypedField | null = null,
): readonly FormField[] => {
  const read = parseFrontMatter(text)
  if (read.kind === 'broken') return []
  const data = read.kind === 'parsed' ? read.data : {}
  const present = rows([], data, writtenFields(text, read), { text, read, schema, typing })
  const isThere = ({ key }: FieldSchema) =>
    Object.hasOwn(data, schema.ignoresCase ? spelledIn(data, key) : key)
  const offered = schema.fields.filter((field) => isOffered(field, schema) && !isThere(field))
  return inOrder([...present, ...offered.map((field) => offeredRow(field))], schema.order)
}

const inOrder = (fields: readonly FormField[], order?: readonly string[]): readonly FormField[] => {
  if (!order) return fields
  const rank = ({ key }: FormField) => (order.includes(key) ? order.indexOf(key) : order.length)
  return fields.toSorted((a, b) => rank(a) - rank(b))
}

/** A field is offered when most posts have it, or the site's settings ask for it. */
const isOffered = (field: FieldSchema, schema: SiteSchema): boolean =>
  !isNested(field) &&
  field.type !== 'raw' &&
  (field.count * 2 > schema.posts ||
    (field.count === 0 && field.label !== undefined) ||
    (field.required && field.count === 0))

/**
 * The field being typed in. It keeps its text type, since an unfinished text may look like a flag or a date.
 */
export type TypedField = Pick<FormField, 'key' | 'type'>

interface Source {
  readonly text: string
  readonly typing: TypedField | null
  readonly read: FrontMatter
  readonly schema: SiteSchema
}

const rows = (
  path: readonly string[],
  data: HeadData,
  written: ReadonlyMap<string, WrittenField>,
  source: Source,
): FormField[] => {
  const keys = [...written.keys()].filter((key) => Object.hasOwn(data, key))
  return keys.map((key) => row([...path, key], data[key], written.get(key), source))
}

const row = (
  path: readonly string[],
  value: unknown,
  written: WrittenField | undefined,
  source: Source,
): FormField => {
  const key = path.join('.')
  const usual = fieldOf(source.schema, key)
  const role = usual ? usual.role : path.length === 1 ? roleOfValue(key, value) : null
  const { typing } = source
  const isKept = typing?.key === key && isTextType(typing.type) && typeof value === 'string'
  const type = isKept ? typing.type : typeFor(value, role, usual)
  const isGroup = type === 'nested' && written !== undefined && written.fields.size > 0
  return {
    ...described(path, usual),
    type,
    role,
    present: true,
    value: shown(type, value, written),
    source: written?.raw ?? written?.source ?? '',
    rawEditable: written !== undefined && written.raw !== null,
    line: written?.line ?? null,
    quoting: written?.quoting ?? null,
    locked: written?.locked ?? null,
    drift: written && usual ? driftIn(source, path, type, written, usual) : null,
    fields: isGroup ? rows(path, value as HeadData, written.fields, source) : [],
  }
}

// Tries to adopt the usual style, to know whether that is possible and, if not, why.
const driftIn = (
  { text, read }: Source,
  path: readonly string[],
  type: FieldType,
  written: WrittenField,
  usual: FieldSchema,
): Drift | null => {
  const message = driftOf(path.join('.'), type, written, usual)
  if (message === null) return null
  const known = tried.get(usual)
  if (known && known.raw === written.raw) return { message, kept: known.kept }
  const edit = adoptStyle(text, path, usual, read)
  const kept = edit.kind === 'refused' ? edit.reason : null
  tried.set(usual, { raw: written.raw, kept })
  return { message, kept }
}

// Results by value, so that typing elsewhere in the head does not try the same value again.
const tried = new WeakMap<FieldSchema, { readonly raw: string | null; readonly kept: string | null }>()

const offeredRow = (field: FieldSchema): FormField => ({
  ...described([field.key], field),
  type: field.type,
  role: field.role,
  present: false,
  value: field.type === 'list' ? [] : field.type === 'boolean' ? false : null,
  source: '',
  rawEditable: false,
  line: null,
  quoting: null,
  locked: null,
  drift: null,
  fields: [],
})

const described = (path: readonly string[], usual: FieldSchema | null) => ({
  path,
  key: path.join('.'),
  label: usual?.label ?? path.join('.'),
  required: usual?.required ?? false,
  choices: usual?.choices ?? usual?.values.map(({ value }) => value) ?? [],
  usualLength: usual?.usualLength ?? null,
  sample: usual?.sample ?? null,
  mayStayEmpty: usual?.usuallyEmpty ?? false,
})

// The site's usual type if its control can show this value, else a type that can.
const typeFor = (value: unknown, role: FieldRole | null, usual: FieldSchema | null): FieldType => {
  const own = typeOfValue(value)
  if (own === 'empty') return usual?.type ?? emptyType(role)
  if (own === 'raw' || own === 'nested' || own === 'list')
    return usual?.type === 'raw' && own === 'nested' ? 'nested' : own
  if (own === 'boolean' && typeof value !== 'string') return own
  if (own === 'boolean' && usual) return usual.type
  if (own === 'boolean' && (role === null || role === 'featured' || role === 'draft')) return own
  if (usual && isTextType(usual.type)) return usual.type
  if (usual?.type === 'number' && own === 'number') return 'number'
  if (role === 'summary') return 'long-text'
  if (role === 'image') return 'image'
  return role === 'title' || role === 'slug' || own === 'boolean' ? 'text' : own
}

const emptyType = (role: FieldRole | null): FieldType => {
  if (role === 'tags') return 'list'
  if (role === 'featured' || role === 'draft') return 'boolean'
  if (role === 'date' || role === 'image') return role
  return role === 'summary' ? 'long-text' : 'text'
}

const shown = (type: FieldType, value: unknown, written: WrittenField | undefined): ShownValue => {
  if (type === 'nested' || type === 'raw') return null
  if (type === 'boolean') return flagOf(value) ?? false
  if (type === 'list') return written?.items ?? (Array.isArray(value) ? value.map(String) : [])
  // The final line break of a block scalar is part of its style, not of the text to edit.
  if (typeof value === 'string')
    return /^[|>]/.test(written?.source ?? '') ? value.replace(/(?<!\n)\n+$/, '') : value
  return written?.text ?? (value === null || value === undefined ? '' : String(value))
}
