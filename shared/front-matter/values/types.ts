import type { TextChange } from '../../text/text-change'
import type { ReadableHeads } from '../find/forms'
import type { HeadLanguage } from '../find/types'

/** Where a value is: the keys from the top, and positions in lists. A plain string is one key of the top. */
export type FieldPath = string | readonly (string | number)[]

/** What can be written as one value. */
export type FieldScalar = string | number | boolean | null

/** What a field can be set to; a list replaces the items that differ and keeps the others' bytes. */
export type FieldValue = FieldScalar | readonly FieldScalar[]

/** How most posts quote a value. */
export type Quoting = 'plain' | 'single' | 'double'

/** How the site writes a field that this post does not have yet. Without it the neighbours decide. */
export interface EditStyle {
  /** The usual order of the keys: a new one goes where the other posts have it. */
  readonly order?: readonly string[]
  readonly quoting?: Quoting
  /** The site writes this field's dates without quotes. */
  readonly plainDates?: boolean
  /** The value stays text, whatever the field held: in quotes where it would be read as anything else. */
  readonly asText?: boolean
  readonly listStyle?: 'flow' | 'block'
  /** The forms of heads that the site's generator reads; a head of another form is refused. */
  readonly heads?: ReadableHeads
  /** `Title` and `title` are one key to the generator. */
  readonly ignoresCase?: boolean
  /** The language of a head to start where the post has none; without it such a post is refused. */
  readonly start?: HeadLanguage
}

/** An edit, proved: only the bytes of the changes differ and no other field reads differently; or why not. */
export type Edit =
  | { readonly kind: 'changes'; readonly changes: readonly TextChange[] }
  | { readonly kind: 'refused'; readonly reason: string; readonly line: number }
