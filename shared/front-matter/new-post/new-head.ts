import { writeDateLike } from '../dates/dates'
import { plainKind } from '../read/yaml-types'
import { isInverted } from '../schema/roles'
import { type FieldSchema, isNested, type SiteSchema } from '../schema/site-schema'
import { addressKeys } from '../values/address-keys'
import { formatScalar, quoteText } from '../values/format-value'
import type { FieldScalar, Quoting } from '../values/types'

/** What is known of a post before it is written. */
export interface NewPost {
  readonly title: string
  readonly slug: string
  /** The current time in milliseconds since 1970; `offset` is the user's time zone in minutes east of UTC. */
  readonly nowMs: number
  readonly offset: number
}

type NewValue = FieldScalar | readonly FieldScalar[]
const usually = 0.8

/**
 * The head of a new post, with the keys that most posts of the site have, in their order and quoting, and
 * with the line break after the closing delimiter. A value that four in five posts share is filled in; a
 * draft flag is set.
 */
export const newHead = (schema: SiteSchema, post: NewPost, keys?: readonly string[]): string => {
  const wanted = keys
    ? [...new Set(keys.map((key) => (known(schema, key).literal ? key : stepsOf(key, 1))))].map((key) =>
        wantedField(schema, key, keys),
      )
    : usualFields(schema)
  const fields = wanted.filter((found) => mayStand(found, valueFor(found, post)))
  const language = schema.language ?? 'yaml'
  if (language === 'json') return `${JSON.stringify(jsonData(fields, post), null, 2)}\n`
  if (language === 'meta' || language === 'dotted') return lineHead(fields, post, language)
  const lines = fields.map((field) =>
    language === 'toml' ? tomlLine(field, post) : yamlLines(field, post, schema, keys),
  )
  const fence = language === 'toml' ? '+++' : '---'
  return `${fence}\n${lines.join('')}${fence}\n`
}

// A generator that validates fields rejects an empty date, image, number or choice, so such a field is left
// out, unless the site's own posts usually leave it empty.
const mayStand = (found: FieldSchema, value: NewValue): boolean => {
  if (addressKeys.has(found.key.toLowerCase()) && found.role !== 'slug') return isPattern(value)
  if (found.role === 'slug') return value !== ''
  return value !== '' || found.usuallyEmpty === true
    ? found.type !== 'number' || value !== ''
    : !['date', 'image', 'number', 'enumeration'].includes(found.type)
}

// An empty address would be that of the home page, a copied one that of another post: only patterns are safe.
const isPattern = (value: NewValue): boolean => typeof value === 'string' && /:[a-z]|\{\{/.test(value)

const lineHead = (fields: readonly FieldSchema[], post: NewPost, language: 'meta' | 'dotted'): string => {
  const lines = fields
    .filter(({ type }) => type !== 'nested')
    .map((found) => {
      const value = valueFor(found, post)
      return `${language === 'dotted' ? '.. ' : ''}${found.key}: ${isList(value) ? value.join(', ') : String(value ?? '')}\n`
    })
  return language === 'meta' ? lines.join('') : `<!--\n${lines.join('')}-->\n`
}

const field = (key: string, type: FieldSchema['type'], role: FieldSchema['role']): FieldSchema => ({
  key,
  type,
  role,
  count: 0,
  required: true,
  quoting: 'plain',
  quotingCount: 0,
  listStyle: 'flow',
  values: [],
  usualLength: null,
})

const firstFields = [field('title', 'text', 'title'), field('date', 'date', 'date')]

const known = (schema: SiteSchema, key: string): FieldSchema =>
  schema.fields.find((found) => found.key === key) ??
  firstFields.find((first) => first.key === key) ??
  field(key, 'text', key.toLowerCase() === 'slug' ? 'slug' : null)

/** The first steps of a dotted path. */
const stepsOf = (key: string, count: number): string => key.split('.').slice(0, count).join('.')

// A key is a group if `keys` has keys inside it, whatever its type in the posts.
const wantedField = (schema: SiteSchema, key: string, keys: readonly string[]): FieldSchema => {
  const found = known(schema, key)
  return keys.some((other) => other.startsWith(`${key}.`)) ? { ...found, type: 'nested' } : found
}

const innerFields = (
  found: FieldSchema,
  schema: SiteSchema,
  keys: readonly string[],
): readonly FieldSchema[] => {
  const inside = keys.filter((key) => key.startsWith(`${found.key}.`))
  const depth = found.key.split('.').length + 1
  if (inside.length > 0)
    return [...new Set(inside.map((key) => stepsOf(key, depth)))].map((key) => wantedField(schema, key, keys))
  return schema.fields.filter(
    (child) =>
      child.key.startsWith(`${found.key}.`) && child.type !== 'nested' && child.count * 2 > found.count,
  )
}

const usualFields = (schema: SiteSchema): readonly FieldSchema[] => {
  const usual = schema.fields.filter((found) => isUsual(found, schema))
  return usual.length > 0 ? usual : firstFields
}

const isUsual = (found: FieldSchema, schema: SiteSchema): boolean =>
  !isNested(found) &&
  found.type !== 'raw' &&
  (found.count * 2 > schema.posts || found.required || found.defaultValue !== undefined)

const valueFor = (found: FieldSchema, post: NewPost): NewValue => {
  if (found.role === 'title') return post.title
  if (found.role === 'slug') return post.slug
  if (found.role === 'date') return writeDateLike(found.sample ?? '2000-01-01', post.nowMs, post.offset) ?? ''
  if (found.defaultValue !== undefined) return found.defaultValue
  if (found.role === 'draft') return !isInverted(found.key)
  if (found.type === 'boolean') return false
  if (found.type === 'list') return []
  // The dates and images of other posts do not apply to a new one.
  if (found.type === 'date' || found.type === 'image') return ''
  const [top] = found.values
  if (!top || top.count < found.count * usually || top.count < 2) return ''
  return found.type === 'number' ? Number(top.value) : top.value
}

const yamlLines = (
  found: FieldSchema,
  post: NewPost,
  schema: SiteSchema,
  keys: readonly string[] = [],
): string => {
  const name = found.literal ? found.key : found.key.slice(found.key.lastIndexOf('.') + 1)
  const key = formatScalar(name, 'plain', 'flow')
  if (found.type !== 'nested') return `${key}:${yamlValue(valueFor(found, post), found)}\n`
  const inner = innerFields(found, schema, keys)
  if (inner.length === 0) return `${key}: {}\n`
  const lines = inner.map((child) => yamlLines(child, post, schema, keys)).join('')
  return `${key}:\n${lines.replace(/(^|\n)(?=[^\n])/g, '$1  ')}`
}

// Includes the space or line break after the colon.
const yamlValue = (value: NewValue, found: FieldSchema): string => {
  if (isList(value)) {
    if (found.listStyle === 'flow' || value.length === 0)
      return ` [${value.map((item) => formatScalar(item, found.quoting, 'flow')).join(', ')}]`
    return value.map((item) => `\n  - ${formatScalar(item, found.quoting)}`).join('')
  }
  if (value === '') return ` ${quoteText('', found.quoting === 'double' ? 'double' : 'single')}`
  // A date is written without quotes if the other posts do so.
  const asIs = typeof value === 'string' && found.quoting === 'plain' && isKindOf(found, value)
  return ` ${asIs ? value : formatScalar(value, found.quoting)}`
}

const isKindOf = (found: FieldSchema, value: string): boolean =>
  found.type === 'date' && plainKind(value) === 'date'

const isList = (value: NewValue): value is readonly FieldScalar[] => Array.isArray(value)

const tomlDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)?)?$/

const tomlLine = (found: FieldSchema, post: NewPost): string => {
  if (found.type === 'nested') return ''
  const value = valueFor(found, post)
  const bare =
    typeof value === 'string' && found.quoting === 'plain' && found.type === 'date' && tomlDate.test(value)
  const text = (item: FieldScalar, quoting: Quoting): string =>
    typeof item === 'string' && quoting === 'single' && !/['\n]/.test(item)
      ? `'${item}'`
      : JSON.stringify(item ?? '')
  const written = isList(value)
    ? `[${value.map((item) => text(item, found.quoting)).join(', ')}]`
    : text(value, found.quoting)
  const key = /^[\w-]+$/.test(found.key) ? found.key : JSON.stringify(found.key)
  return `${key} = ${bare ? value : written}\n`
}

const jsonData = (fields: readonly FieldSchema[], post: NewPost): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter(({ type }) => type !== 'nested').map((found) => [found.key, valueFor(found, post)]),
  )
