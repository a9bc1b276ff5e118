import type { HeadData } from '../read/parse'
import { flagOf } from '../values/flag'
import type { CommonFields } from './form-field'
import { imageOfHead } from './image-of-head'
import { isInverted, rankOf, roleOf, roleOfValue } from './roles'
import { type FieldRole, fieldOf, type SiteSchema } from './site-schema'

/**
 * The values that the list and the preview need of a head, as written. The schema's roles win over key names.
 */
export const commonFields = (data: HeadData, schema?: SiteSchema): CommonFields => {
  const valuesOf = byRole(data, schema)
  const flags = (role: FieldRole) => valuesOf(role).some(([key, value]) => flagOf(value) === !isInverted(key))
  const first = (role: FieldRole, read: (value: unknown) => string) => {
    for (const [, value] of valuesOf(role)) if (read(value)) return read(value)
    return ''
  }
  return {
    title: first('title', textOf),
    date: first('date', textOf),
    image: first('image', imageOf) || imageOfHead(data),
    summary: first('summary', textOf),
    featured: flags('featured'),
    draft: flags('draft'),
    tags:
      valuesOf('tags')
        .map(([, value]) => termsOf(value))
        .find((terms) => terms.length > 0) ?? [],
    slug: first('slug', textOf),
  }
}

type Entry = readonly [key: string, value: unknown]

const byRole = (data: HeadData, schema: SiteSchema | undefined): ((role: FieldRole) => readonly Entry[]) => {
  const found = new Map<FieldRole, Entry[]>()
  for (const entry of Object.entries(data)) {
    const [key, value] = entry
    const fixed = schema && fieldOf(schema, key)
    const role = fixed ? fixed.role : roleOf(key, false) === null ? null : roleOfKey(key, value)
    if (role === null) continue
    const entries = found.get(role)
    if (entries) entries.push(entry)
    else found.set(role, [entry])
  }
  for (const entries of found.values()) entries.sort(([a], [b]) => rankOf(a) - rankOf(b))
  return (role) => found.get(role) ?? []
}

// A key `date` keeps its role even if its value is not a valid date.
const roleOfKey = (key: string, value: unknown): FieldRole | null =>
  roleOfValue(key, value) ?? (key.toLowerCase() === 'date' ? 'date' : null)

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const imageKeys = ['src', 'url', 'image', 'path', 'file', 'filename', 'href', 'name']

const imageOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return imageOf(value[0])
  if (typeof value !== 'object' || value === null) return ''
  for (const key of imageKeys) {
    const inner: unknown = (value as Record<string, unknown>)[key]
    if (typeof inner === 'string' && inner !== '') return inner.trim()
  }
  return ''
}

/** The terms of a list, or of a text that separates them by commas or, as in Jekyll, by spaces. */
const termsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.map(textOf).filter((term) => term !== '')
  const text = textOf(value)
  if (text.includes(','))
    return text
      .split(',')
      .map((term) => term.trim())
      .filter((term) => term !== '')
  const words = text.split(/\s+/).filter((word) => word !== '')
  return words.every((word) => word === word.toLowerCase()) ? words : [text]
}
