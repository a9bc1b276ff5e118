import type { PostId } from '../../posts/post'
import type { HeadLanguage } from '../read/split'
import type { Quoting } from '../values/types'
import type { FieldFacts, PostFacts, ValueType } from './facts'
import { usualOrder } from './key-order'
import { roleOf } from './roles'
import type { FieldRole, FieldSchema, FieldType, SiteSchema } from './site-schema'

/** Learns the habits of a site post by post. Adding and removing cost as much as one head; nothing is read twice. */
export interface SchemaBuilder {
  /** Takes a post in, in place of what was known of it. */
  readonly add: (id: PostId, facts: PostFacts) => void
  readonly remove: (id: PostId) => void
  /** What the posts have in common now. */
  readonly schema: () => SiteSchema
}

interface Tally {
  count: number
  readonly types: Map<ValueType, number>
  readonly quoting: Map<Quoting, number>
  readonly listStyle: Map<'flow' | 'block', number>
  readonly values: Map<string, number>
  readonly lengths: Map<number, number>
}

const emptyTally = (): Tally => ({
  count: 0,
  types: new Map(),
  quoting: new Map(),
  listStyle: new Map(),
  values: new Map(),
  lengths: new Map(),
})

/** An empty builder. */
export const createSchemaBuilder = (): SchemaBuilder => {
  const posts = new Map<PostId, PostFacts>()
  const tallies = new Map<string, Tally>()
  const orders = new Map<string, number>()
  const languages = new Map<HeadLanguage, number>()

  const count = (facts: PostFacts, by: 1 | -1) => {
    if (facts.language === null) return
    bump(languages, facts.language, by)
    bump(orders, facts.order.join('\n'), by)
    for (const field of facts.fields) {
      const tally = tallies.get(field.key) ?? emptyTally()
      if (by > 0) tallies.set(field.key, tally)
      countField(tally, field, by)
      if (tally.count <= 0) tallies.delete(field.key)
    }
  }
  const remove = (id: PostId) => {
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
        fields: fields.sort((a, b) => place(a.key) - place(b.key)),
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
  const isFlag = most(tally.types, 'empty') === 'boolean'
  const role = key.includes('.') ? null : roleOf(key, isFlag)
  const quoting = most(tally.quoting, 'plain')
  const filled = tally.count - (tally.types.get('empty') ?? 0)
  const type = typeOfField(role, tally, filled)
  const values = [...tally.values].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return {
    key,
    type,
    role,
    count: tally.count,
    required: posts >= 3 && filled >= posts * 0.97,
    quoting,
    quotingCount: tally.quoting.get(quoting) ?? 0,
    listStyle: most(tally.listStyle, 'flow'),
    values: isOwnText(role, type) ? [] : values.slice(0, 200).map(([value, count]) => ({ value, count })),
    usualLength: type === 'text' || type === 'long-text' ? usualLength(tally.lengths) : null,
    ...(type === 'date' && values[0] ? { sample: latest(values.map(([value]) => value)) } : {}),
  }
}

// What every post says in its own words is not offered to the next one.
const isOwnText = (role: FieldRole | null, type: FieldType): boolean =>
  role === 'title' || role === 'summary' || role === 'slug' || type === 'date' || type === 'long-text'

const typeOfField = (role: FieldRole | null, tally: Tally, filled: number): FieldType => {
  const looks = new Map(tally.types)
  looks.delete('empty')
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

// A few short words that come again and again are a choice; names of people and places are told by their number.
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
    if (seen >= total * 0.9) return length
  }
  return null
}

const latest = (dates: readonly string[]): string => {
  const years = dates.filter((date) => /^\d{4}/.test(date))
  return (years.length * 2 >= dates.length ? years : dates).reduce((a, b) => (b > a ? b : a), '')
}
