import type { ReferenceKind } from '../../references/forms/reference'
import type { Place } from './place'

/** A heading; `text` is what a reader sees of it. */
export interface HeadingPart extends Place {
  readonly level: number
  readonly text: string
  /** The id its author wrote. */
  readonly id: string | null
  /** Where its marks are: `##`, or the line under it. */
  readonly marks: Place
  readonly isUnderlined: boolean
}

/** A link or an image; the place is that of its address. */
export interface LinkPart extends Place {
  readonly kind: ReferenceKind
  readonly target: string
  /** Where it stands as a whole, words and marks included. */
  readonly whole: Place
  /** What a reader can press, or reads in place of the image; null where it has none of its own. */
  readonly words: string | null
  readonly wordsAt: number
  /** An anchor behind the tag of a template that stands for the address. */
  readonly after?: { readonly anchor: string; readonly from: number; readonly to: number }
  /** How the address is written, which says what must be encoded in it. */
  readonly written: 'inline' | 'angle' | 'definition' | 'html' | 'tag' | 'bare'
}

/** `[words][label]`, `[^label]`, or a definition of one of them. */
export interface LabelPart extends Place {
  readonly label: string
  /** Where it stands as a whole, for a definition with its line break. */
  readonly whole: Place
  /** The alt text where it is an image, and where it starts. */
  readonly alt?: { readonly words: string; readonly at: number }
  /** `[label]` alone may just be text between brackets. */
  readonly isShort?: boolean
}

/** What the body of a post consists of, as far as checks ask. */
export interface BodyParts {
  readonly headings: readonly HeadingPart[]
  readonly links: readonly LinkPart[]
  readonly images: readonly LinkPart[]
  readonly definitions: readonly LabelPart[]
  readonly references: readonly LabelPart[]
  readonly notes: readonly LabelPart[]
  readonly noteMarks: readonly LabelPart[]
  /** Addresses that stand in the text as they are. */
  readonly bare: readonly (Place & { readonly text: string })[]
  /** Links and images whose address has a blank in it, so that they stay text. */
  readonly unparsed: readonly (Place & { readonly target: string })[]
  readonly openFences: readonly (Place & { readonly mark: string; readonly indent: string })[]
  /** Elements of HTML whose end is missing. */
  readonly openTags: readonly (Place & { readonly name: string })[]
  /** Ids that HTML and attributes give. */
  readonly ids: readonly string[]
  /** Whether something else than this text adds to the page, so that not all ids are known. */
  readonly hasParts: boolean
  /** What the writer meant to come back to. */
  readonly reminders: readonly (Place & { readonly text: string })[]
}

/** How a label is compared: without case, blanks as one. */
export const foldLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()
