import type { Quoting } from '../values/types'
import type { FieldRole, FieldType } from './site-schema'

/** How this post writes a field differently from the other posts; `adoptStyle` in adopt.ts changes it. */
export interface Drift {
  /** “`date` is a plain date here, quoted in 137 of 140 posts.” */
  readonly message: string
  /**
   * Why adopting the usual style would lose something, so it is only reported; null if one click adopts it.
   */
  readonly kept: string | null
}

/** What a control shows. Dates, numbers and text are the written text without its quotes. */
export type ShownValue = string | boolean | readonly string[] | null

/** One row of the form. */
export interface FormField {
  /** The path from the top, as the edits take it. */
  readonly path: readonly string[]
  /** The site's own key, dotted for a nested one. */
  readonly key: string
  /** The key, or its label in `postwright.json`. */
  readonly label: string
  readonly type: FieldType
  readonly role: FieldRole | null
  /** False for a field that most posts have and this one lacks: offered, but written only when filled in. */
  readonly present: boolean
  readonly required: boolean
  readonly value: ShownValue
  /** The value as written in the file, with quotes and comments; the raw control shows it. */
  readonly source: string
  /** False if the value can be changed only in the source view; otherwise `editRaw` in edit.ts writes it. */
  readonly rawEditable: boolean
  /** The 1-based line of the post; null when the field is only offered. */
  readonly line: number | null
  readonly quoting: Quoting | null
  /** Why it can be edited in the source view only (anchors, tags); null when the form may edit it. */
  readonly locked: string | null
  readonly drift: Drift | null
  /** For an enumeration, the choices; for lists and text, the site's values, most used first. */
  readonly choices: readonly string[]
  /** For text: the length the site usually stays under. */
  readonly usualLength: number | null
  /** For a date: one of the site's dates, which gives the form of a new one. */
  readonly sample: string | null
  /** True if the site's posts usually leave the field empty; otherwise emptying the field removes it. */
  readonly mayStayEmpty: boolean
  /** The fields of a nested group. */
  readonly fields: readonly FormField[]
}

/** The values of a head that the list and the preview show, as written; empty if missing. */
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
