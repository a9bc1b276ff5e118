import type { TextChange } from '../../text/text-change'
import type { ReadableHeads } from '../find/forms'
import type { HeadLanguage } from '../find/types'

/** The path of a value: the keys from the top, and positions in lists. A plain string is a top-level key. */
export type FieldPath = string | readonly (string | number)[]

/** What can be written as one value. */
export type FieldScalar = string | number | boolean | null

/** What a field can be set to; a list replaces the items that differ and keeps the others' bytes. */
export type FieldValue = FieldScalar | readonly FieldScalar[]

/** How most posts quote a value. */
export type Quoting = 'plain' | 'single' | 'double'

/**
 * How the site writes a field that this post does not have yet. Without it, the neighbouring fields decide.
 */
export interface EditStyle {
  /** The usual order of the keys, which determines the position of a new one. */
  readonly order?: readonly string[]
  readonly quoting?: Quoting
  /** The site writes this field's dates without quotes. */
  readonly plainDates?: boolean
  /** Writes text, whatever the field held before: quoted if it would be read as another type. */
  readonly asText?: boolean
  readonly listStyle?: 'flow' | 'block'
  /** The forms of heads that the site's generator reads; a head of another form is refused. */
  readonly heads?: ReadableHeads
  /** `Title` and `title` are one key to the generator. */
  readonly ignoresCase?: boolean
  /** The language of the head that is added to a post without one; if not set, such a post is refused. */
  readonly start?: HeadLanguage
}

/**
 * A proved edit: only the bytes of its changes differ, and no other field is read differently. Or a refusal.
 */
export type Edit =
  | { readonly kind: 'changes'; readonly changes: readonly TextChange[] }
  | { readonly kind: 'refused'; readonly reason: string; readonly line: number }
