import type { FrontMatter } from '../read/parse'
import type { SplitPost } from '../read/split'
import type { Edit, EditStyle, FieldScalar, Quoting } from './types'

/** A post with a head, and the path to edit. */
export interface HeadPlace {
  readonly text: string
  readonly split: SplitPost
  readonly path: readonly (string | number)[]
  readonly style: EditStyle
}

/** A field as written in the file. */
export interface WrittenField {
  /** The value as written, including quotes. */
  readonly source: string
  /**
   * The value with its comments, to edit in the head's language; null if only the source view can edit it.
   */
  readonly raw: string | null
  /** The text between the quotes; null for lists and groups. */
  readonly text: string | null
  readonly line: number
  readonly quoting: Quoting | null
  readonly listStyle: 'flow' | 'block' | null
  /** Why the form cannot edit it; null when it can. */
  readonly locked: string | null
  /** The fields of a group. */
  readonly fields: WrittenFields
  /** The items of a list as text; null unless all are scalars. */
  readonly items: readonly string[] | null
}

/** The fields of a head or group in order. */
export type WrittenFields = ReadonlyMap<string, WrittenField>

/** The editor of one head language. Each edit is proved, or refused with the reason. */
export interface HeadEditor {
  /** Sets a scalar, or adds it at its usual position in the site's posts. */
  readonly set: (place: HeadPlace, value: FieldScalar) => Edit
  /** Switches a flag in the file's own spelling; refused over a value that is no flag. */
  readonly setFlag: (place: HeadPlace, on: boolean) => Edit
  /** Adds a missing list. */
  readonly addList: (place: HeadPlace, items: readonly FieldScalar[]) => Edit
  /** Adds an item at the end of a list; a missing list is added. */
  readonly addItem: (place: HeadPlace, item: FieldScalar) => Edit
  /** Removes a field, or an item by its position. */
  readonly remove: (place: HeadPlace) => Edit
  readonly rename: (place: HeadPlace, to: string) => Edit
  /** Writes a value as typed, in the language of the head. */
  readonly setRaw: (place: HeadPlace, typed: string) => Edit
  /** The items of a list, with groups as undefined; null if there is no list. */
  readonly items: (place: HeadPlace) => readonly unknown[] | null
  readonly written: (text: string, split: SplitPost, read: FrontMatter) => WrittenFields
}

/** A field with only its source, text and line known. */
export const plainField = (source: string, text: string | null, line: number): WrittenField => ({
  source,
  raw: null,
  text,
  line,
  quoting: null,
  listStyle: null,
  locked: null,
  fields: new Map(),
  items: null,
})
