import type { DateShape } from '../dates/date-shape'
import type { ReadableHeads } from '../find/forms'
import type { HeadLanguage } from '../find/types'
import { isSameKey } from '../values/keys'
import type { Quoting } from '../values/types'

/** The type of a field, which determines its control. */
export type FieldType =
  | 'text'
  | 'long-text'
  | 'date'
  | 'boolean'
  | 'number'
  | 'list'
  | 'image'
  | 'enumeration'
  | 'nested'
  | 'raw'

/** True for the types whose value is a text. */
export const isTextType = (type: FieldType): boolean =>
  ['text', 'long-text', 'date', 'image', 'enumeration'].includes(type)

/** The role of a key, whatever the site calls it. */
export type FieldRole =
  | 'title'
  | 'date'
  | 'summary'
  | 'image'
  | 'featured'
  | 'draft'
  | 'tags'
  | 'slug'
  | 'author'

export interface FieldSchema {
  /** The site's own key; a dotted path for a nested one. */
  readonly key: string
  /** A key of the top with a dot in it, no path. */
  readonly literal?: boolean
  readonly type: FieldType
  readonly role: FieldRole | null
  /** The number of posts with the field. */
  readonly count: number
  readonly required: boolean
  /** The usual quoting. */
  readonly quoting: Quoting
  /** The number of posts with this quoting. */
  readonly quotingCount: number
  /** For lists: the usual style. */
  readonly listStyle: 'flow' | 'block'
  /** Most used values first, at most 200; for lists the items. */
  readonly values: readonly { readonly value: string; readonly count: number }[]
  /** For text: the length that nine posts in ten stay under; null where it says nothing. */
  readonly usualLength: number | null
  /** For dates: a value as the site writes them most, whose form a new one takes. */
  readonly sample?: string
  /** For dates: the form that most are written in, where there is one. */
  readonly dateForm?: DateShape
  /** Half of the posts that have it have nothing in it. */
  readonly usuallyEmpty?: boolean
  /** Set in `postwright.json`. */
  readonly label?: string
  readonly choices?: readonly string[]
  readonly defaultValue?: string | number | boolean | readonly string[]
}

/** The inferred fields of a folder's posts, in their usual order. */
export interface SiteSchema {
  /** The number of posts with a valid head. */
  readonly posts: number
  /** The usual language of heads; YAML by default. */
  readonly language?: HeadLanguage
  readonly fields: readonly FieldSchema[]
  /** The forms of heads that the generator reads, if known. */
  readonly heads?: ReadableHeads
  /** `Title` and `title` are one key to the generator. */
  readonly ignoresCase?: boolean
  /** The order of the form where `postwright.json` fixes one; else a post shows its own. */
  readonly order?: readonly string[]
  /** The template of new posts in `postwright.json`. */
  readonly newPost?: NewPostTemplate
}

/** What `postwright.json` says of new posts; what it leaves out follows the habits of the site. */
interface NewPostTemplate {
  /** The keys of the head, in this order. */
  readonly keys?: readonly string[] | undefined
  /** The file, with variables. */
  readonly fileName?: string | undefined
  /** The text below the head, with variables. */
  readonly body?: string | undefined
}

export const emptySchema: SiteSchema = { posts: 0, fields: [] }

/** True for a field of a group; a dot in a key of the top makes none. */
export const isNested = ({ key, literal }: FieldSchema): boolean => key.includes('.') && !literal

/** The field of a key or dotted path, in whatever case where the generator knows none. */
export const fieldOf = (schema: SiteSchema, key: string): FieldSchema | null =>
  schema.fields.find((field) => field.key === key) ??
  (schema.ignoresCase ? schema.fields.find((field) => isSameKey(field.key, key)) : null) ??
  null
