import type { Quoting } from '../values/types'
import type { FieldRole, FieldType } from './site-schema'

/** Where this post writes a field unlike the others, in words; `adoptStyle` of adopt.ts changes it. */
export interface Drift {
  /** “`date` is a plain date here, quoted in 137 of 140 posts.” */
  readonly message: string
  /** Why the usual way would lose something, then it is only told; null where one press adopts it. */
  readonly kept: string | null
}

/** What a control shows. Dates, numbers and text are the written text without its quotes. */
export type ShownValue = string | boolean | readonly string[] | null

/** One row of the form. */
export interface FormField {
  /** The keys from the top; what the edits take. */
  readonly path: readonly string[]
  /** The site's own key, dotted for a nested one. */
  readonly key: string
  /** The key, or what `postwright.json` calls it. */
  readonly label: string
  readonly type: FieldType
  readonly role: FieldRole | null
  /** False for a field that most posts have and this one lacks: offered, and not written until filled. */
  readonly present: boolean
  readonly required: boolean
  readonly value: ShownValue
  /** The value as it stands in the file, quotes and comments included; what the raw control shows. */
  readonly source: string
  /** False where the value can be changed in the source view only; else `editRaw` of edit-raw.ts writes it. */
  readonly rawEditable: boolean
  /** The 1-based line of the post; null when the field is only offered. */
  readonly line: number | null
  readonly quoting: Quoting | null
  /** Why it can be edited in the source view only (anchors, tags); null when the form may edit it. */
  readonly locked: string | null
  readonly drift: Drift | null
  /** For an enumeration what can be chosen; for lists and text what the site uses most, most used first. */
  readonly choices: readonly string[]
  /** For text: the length the site usually stays under. */
  readonly usualLength: number | null
  /** For a date: one of the site's, whose form a new one takes. */
  readonly sample: string | null
  /** Posts of the site have the field without a value; else one that is emptied goes. */
  readonly mayStayEmpty: boolean
  /** The fields of a nested group. */
  readonly fields: readonly FormField[]
}

/** What the list and the preview show of a head, each as it is written; empty where there is none. */
export interface CommonFields {
  readonly title: string
  readonly date: string
  readonly image: string
  readonly summary: string
  readonly featured: boolean
  readonly draft: boolean
  readonly tags: readonly string[]
  readonly slug: string
}
