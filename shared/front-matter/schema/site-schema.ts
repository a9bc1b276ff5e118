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

/** True for the types with a text value. */
export const isTextType = (type: FieldType): boolean =>
  ['text', 'long-text', 'date', 'image', 'enumeration'].includes(type)

/** The meaning of a key, whatever its name on the site. */
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
  /** A top-level key that contains a dot, not a path. */
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
  /** For text: the length that nine in ten posts do not exceed; null if unknown. */
  readonly usualLength: number | null
  /** For dates: a value in the site's most common form, which gives the form of a new one. */
  readonly sample?: string
  /** For dates: the form that most have, if there is one. */
  readonly dateForm?: DateShape
  /** At least half of the posts with the field leave it empty. */
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
  /** The order of the form's fields if set in `postwright.json`; otherwise that of each post. */
  readonly order?: readonly string[]
  /** The template of new posts in `postwright.json`. */
  readonly newPost?: NewPostTemplate
}

/** The settings for new posts in `postwright.json`; what is missing follows the site's other posts. */
interface NewPostTemplate {
  /** The keys of the head, in this order. */
  readonly keys?: readonly string[] | undefined
  /** The file, with variables. */
  readonly fileName?: string | undefined
  /** The text below the head, with variables. */
  readonly body?: string | undefined
}

export const emptySchema: SiteSchema = { posts: 0, fields: [] }

/** True for a field of a group; false for a top-level key that contains a dot. */
export const isNested = ({ key, literal }: FieldSchema): boolean => key.includes('.') && !literal

/** The field of a key or dotted path, ignoring case if the generator does. */
export const fieldOf = (schema: SiteSchema, key: string): FieldSchema | null =>
  schema.fields.find((field) => field.key === key) ??
  (schema.ignoresCase ? schema.fields.find((field) => isSameKey(field.key, key)) : null) ??
  null
