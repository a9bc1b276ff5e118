import { typeOfValue, type ValueType } from './facts'
import { type FieldRole, isNested, type SiteSchema } from './site-schema'

// Key names with a meaning in generators and themes, most reliable first; ignoring case, `_`, `-` and spaces.
const names: Readonly<Record<FieldRole, readonly string[]>> = {
  title: ['title', 'headline'],
  date: [
    'date',
    'pubDate',
    'publishDate',
    'publishedAt',
    'datePublished',
    'publishedDate',
    'posted',
    'createdAt',
    'created',
    'published',
  ],
  summary: [
    'description',
    'excerpt',
    'summary',
    'info',
    'abstract',
    'deck',
    'lead',
    'intro',
    'subtitle',
    'desc',
  ],
  image: [
    'image',
    'coverImage',
    'cover',
    'heroImage',
    'hero',
    'featuredImage',
    'featureImage',
    'banner',
    'thumbnail',
    'ogImage',
    'socialImage',
    'img',
    'photo',
    'picture',
    'feature',
    'images',
  ],
  featured: ['isFeatured', 'featured', 'pinned', 'sticky', 'isTop', 'highlight'],
  draft: ['draft', 'isDraft', 'published'],
  tags: ['tags', 'tag', 'topics', 'keywords'],
  slug: ['slug'],
  author: ['author', 'authors', 'by'],
}

const plainName = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '')

/** The role of each name and its rank in it; of two roles with the same name, the first. */
const ranks: ReadonlyMap<string, { readonly role: FieldRole; readonly rank: number }> = new Map(
  (Object.keys(names) as FieldRole[])
    .flatMap((role) => names[role].map((name, rank) => [plainName(name), { role, rank }] as const))
    .toReversed(),
)

/** The role of a top-level key by its name. `published` is a draft flag if it holds booleans, else a date. */
export const roleOf = (key: string, isFlag: boolean): FieldRole | null => {
  const name = plainName(key)
  if (name === 'published') return isFlag ? 'draft' : 'date'
  return ranks.get(name)?.role ?? null
}

// The types that fit each role, since a name alone is not reliable: `featured` may be a cover, `sticky` a
// weight, `created` a person. Text roles accept booleans, since a text can be the word “no”.
const suited: Readonly<Record<FieldRole, readonly ValueType[]>> = {
  title: ['text', 'long-text', 'number', 'date', 'image', 'boolean'],
  date: ['date'],
  summary: ['text', 'long-text', 'date', 'image', 'boolean'],
  image: ['image', 'text', 'long-text', 'list', 'nested', 'raw'],
  featured: ['boolean'],
  draft: ['boolean'],
  tags: ['list', 'text', 'long-text'],
  slug: ['text', 'long-text', 'number', 'date', 'image', 'boolean'],
  author: ['text', 'long-text', 'list', 'nested', 'raw', 'boolean'],
}

/** True if a value of this type fits the role; an empty value fits every role. */
export const suitsRole = (role: FieldRole, type: ValueType): boolean =>
  type === 'empty' || suited[role].includes(type)

/** The role of a top-level key by its name and value. */
export const roleOfValue = (key: string, value: unknown): FieldRole | null => {
  const type = typeOfValue(value)
  const role = roleOf(key, type === 'boolean')
  if (role === null) return null
  const isWord = type === 'boolean' && typeof value === 'string'
  return suitsRole(role, type) || (isWord && suitsRole(role, 'text')) ? role : null
}

/** True for a flag with the opposite meaning of its role: `published: true` is not a draft. */
export const isInverted = (key: string): boolean => plainName(key) === 'published'

/** How reliably a key name indicates its role; lower is better. */
export const rankOf = (key: string): number => ranks.get(plainName(key))?.rank ?? 99

/** The site's key for a role, by the most reliable name; null if no post has one. */
export const keyOfRole = (role: FieldRole, schema: SiteSchema): string | null => {
  const fields = schema.fields.filter((field) => field.role === role && !isNested(field))
  return fields.sort((a, b) => rankOf(a.key) - rankOf(b.key))[0]?.key ?? null
}
