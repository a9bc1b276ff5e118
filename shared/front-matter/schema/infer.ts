import { dateShape } from '../dates/date-shape'
import type { HeadLanguage } from '../find/types'
import type { Quoting } from '../values/types'
import type { FieldFacts, PostFacts, ValueType } from './facts'
import { usualOrder } from './key-order'
import { roleOf, suitsRole } from './roles'
import type { FieldRole, FieldSchema, FieldType, SiteSchema } from './site-schema'

/**
 * Infers the schema of a site incrementally. The cost of adding or removing a post depends only on its head.
 */
export interface SchemaBuilder {
  /** Adds or replaces a post. */
  readonly add: (id: string, facts: PostFacts) => void
  readonly remove: (id: string) => void
  /** The current schema. */
  readonly schema: () => SiteSchema
}

interface Tally {
  count: number
  literal: number
  readonly spellings: Map<string, number>
  readonly types: Map<ValueType, number>
  readonly quoting: Map<Quoting, number>
  readonly listStyle: Map<'flow' | 'block', number>
  readonly values: Map<string, number>
  readonly lengths: Map<number, number>
}

const emptyTally = (): Tally => ({
  count: 0,
  literal: 0,
  spellings: new Map(),
  types: new Map(),
  quoting: new Map(),
  listStyle: new Map(),
  values: new Map(),
  lengths: new Map(),
})

/** An empty builder. With `ignoresCase`, `Title` and `title` are one field, in the most common spelling. */
export const createSchemaBuilder = ({ ignoresCase = false } = {}): SchemaBuilder => {
  const posts = new Map<string, PostFacts>()
  const tallies = new Map<string, Tally>()
  const orders = new Map<string, number>()
  const languages = new Map<HeadLanguage, number>()
  const keyOf = (key: string): string => (ignoresCase ? key.toLowerCase() : key)

  const count = (facts: PostFacts, by: 1 | -1) => {
    if (facts.language === null) return
    bump(languages, facts.language, by)
    bump(orders, facts.order.map(keyOf).join('\n'), by)
    for (const field of facts.fields) {
      const key = keyOf(field.key)
      const tally = tallies.get(key) ?? emptyTally()
      if (by > 0) tallies.set(key, tally)
      countField(tally, field, by)
      if (tally.count <= 0) tallies.delete(key)
    }
  }
  const remove = (id: string) => {
    const known = posts.get(id)
    if (known) count(known, -1)
    posts.delete(id)
  }
  return {
    add: (id, facts) => {
      remove(id)
      posts.set(id, facts)
      count(facts, 1)
    },
    remove,
    schema: () => {
      const counted = [...languages.values()].reduce((sum, count) => sum + count, 0)
      const place = usualOrder(orders)
      const fields = [...tallies].map(([key, tally]) => fieldSchema(key, tally, counted))
      return {
        posts: counted,
        language: most(languages, 'yaml'),
        fields: fields.sort((a, b) => place(keyOf(a.key)) - place(keyOf(b.key))),
      }
    },
  }
}

const bump = <K>(counts: Map<K, number>, key: K, by: number): void => {
  const now = (counts.get(key) ?? 0) + by
  if (now > 0) counts.set(key, now)
  else counts.delete(key)
}

const countField = (tally: Tally, facts: FieldFacts, by: 1 | -1): void => {
  tally.count += by
  if (facts.literal) tally.literal += by
  bump(tally.spellings, facts.key, by)
  bump(tally.types, facts.type, by)
  if (facts.type !== 'empty' && facts.quoting) bump(tally.quoting, facts.quoting, by)
  if (facts.listStyle) bump(tally.listStyle, facts.listStyle, by)
  if (facts.length > 0) bump(tally.lengths, facts.length, by)
  for (const value of facts.values) bump(tally.values, value, by)
}

const most = <K>(counts: ReadonlyMap<K, number>, otherwise: K): K => {
  let best = otherwise
  let highest = 0
  for (const [key, count] of counts)
    if (count > highest) {
      best = key
      highest = count
    }
  return best
}

const fieldSchema = (key: string, tally: Tally, posts: number): FieldSchema => {
  const quoting = most(tally.quoting, 'plain')
  const filled = tally.count - (tally.types.get('empty') ?? 0)
  const literal = tally.literal * 2 > tally.count
  const role = key.includes('.') && !literal ? null : meantRole(key, tally, filled)
  const type = typeOfField(role, tally, filled)
  const values = [...tally.values].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return {
    key: most(tally.spellings, key),
    ...(literal ? { literal } : {}),
    type,
    role,
    count: tally.count,
    required: posts >= 3 && filled >= posts * 0.97,
    quoting,
    quotingCount: tally.quoting.get(quoting) ?? 0,
    listStyle: most(tally.listStyle, 'flow'),
    values: isOwnText(role, type) ? [] : values.slice(0, 200).map(([value, count]) => ({ value, count })),
    usualLength: type === 'text' || type === 'long-text' ? usualLength(tally.lengths) : null,
    ...(type === 'date' ? dateHabit(values) : {}),
    ...(filled * 2 <= tally.count ? { usuallyEmpty: true } : {}),
  }
}

// The role of a key by its name, if at least half of its non-empty values have a fitting type.
const meantRole = (key: string, tally: Tally, filled: number): FieldRole | null => {
  const common = most(withoutEmpty(tally.types), 'empty')
  const role = roleOf(key, common === 'boolean')
  if (role === null || filled === 0) return role
  const suited = [...tally.types].filter(([type]) => type !== 'empty' && suitsRole(role, type))
  return suited.reduce((sum, [, count]) => sum + count, 0) * 2 >= filled ? role : null
}

const withoutEmpty = (types: ReadonlyMap<ValueType, number>): Map<ValueType, number> => {
  const filled = new Map(types)
  filled.delete('empty')
  return filled
}

// Values that are different in every post are not offered as choices.
const isOwnText = (role: FieldRole | null, type: FieldType): boolean =>
  role === 'title' || role === 'summary' || role === 'slug' || type === 'date' || type === 'long-text'

const typeOfField = (role: FieldRole | null, tally: Tally, filled: number): FieldType => {
  const looks = withoutEmpty(tally.types)
  const common = most(looks, 'text') as FieldType
  const share = (type: ValueType) => (filled === 0 ? 0 : (looks.get(type) ?? 0) / filled)
  if (role === 'title' || role === 'slug') return 'text'
  if (role === 'summary') return 'long-text'
  if (role === 'featured' || role === 'draft')
    return filled === 0 || share('boolean') > 0.5 ? 'boolean' : common
  if (role === 'tags') return filled === 0 || share('list') >= 0.5 ? 'list' : common
  if (role === 'date') return filled === 0 || share('date') >= 0.5 ? 'date' : common
  if (role === 'image') return filled === 0 || share('image') + share('text') > 0.5 ? 'image' : common
  if (common === 'raw' || share('raw') > 0.2) return 'raw'
  return common === 'text' && isEnumeration(tally, filled) ? 'enumeration' : common
}

// A few short values that repeat are an enumeration; names of people and places are too many different ones.
const isEnumeration = (tally: Tally, filled: number): boolean => {
  const distinct = tally.values.size
  return (
    distinct >= 2 &&
    distinct <= 12 &&
    filled >= distinct * 3 &&
    [...tally.values.keys()].every((value) => value.length <= 40)
  )
}

const usualLength = (lengths: ReadonlyMap<number, number>): number | null => {
  const total = [...lengths.values()].reduce((sum, count) => sum + count, 0)
  if (total < 3) return null
  let seen = 0
  for (const [length, count] of [...lengths].sort(([a], [b]) => a - b)) {
    seen += count
    if (seen >= Math.floor(total * 0.9)) return length // also on a small site, one long text is not usual
  }
  return null
}

const usualShare = 0.8

/** The form that at least four in five dates have, and the latest date as the sample for new ones. */
const dateHabit = (
  values: readonly (readonly [string, number])[],
): Pick<FieldSchema, 'sample' | 'dateForm'> => {
  if (values.length === 0) return {}
  const shapes = values.flatMap(([value, count]) => {
    const shape = dateShape(value)
    return shape ? [{ value, count, shape }] : []
  })
  const counts = new Map<string, number>()
  for (const { shape, count } of shapes) bump(counts, shape.pattern, count)
  const pattern = most(counts, '')
  const usual = shapes.filter(({ shape }) => shape.pattern === pattern)
  const total = values.reduce((sum, [, count]) => sum + count, 0)
  const sample = latest(values.map(([value]) => value))
  if ((counts.get(pattern) ?? 0) < total * usualShare) return { sample }
  const told = usual.filter(({ shape }) => shape.padded !== null)
  const padded = told.filter(({ shape }) => shape.padded).length
  const isPadded = padded === told.length ? true : padded === 0 ? false : null
  return {
    sample: latest(usual.map(({ value }) => value)),
    dateForm: { pattern, padded: told.length === 0 ? null : isPadded },
  }
}

const latest = (dates: readonly string[]): string => {
  const years = dates.filter((date) => /^\d{4}/.test(date))
  return (years.length * 2 >= dates.length ? years : dates).reduce((a, b) => (b > a ? b : a), '')
}
