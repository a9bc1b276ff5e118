import type { ReferenceKind } from '../../references/forms/reference'
import type { Place } from './place'

/** A heading; `text` is its visible text. */
export interface HeadingPart extends Place {
  readonly level: number
  readonly text: string
  /** The id that is written in the heading itself. */
  readonly id: string | null
  /** Where its marks are: `##`, or the line under it. */
  readonly marks: Place
  readonly isUnderlined: boolean
}

/** A heading written in HTML. */
export interface HtmlHeading extends Place {
  readonly level: number
  /** Where the names of its tags are. */
  readonly names: readonly Pick<Place, 'from' | 'to'>[]
}

/** A link or an image; its place is the range of its address. */
export interface LinkPart extends Place {
  readonly kind: ReferenceKind
  readonly target: string
  /** The range of the whole link, including its text and brackets. */
  readonly whole: Place
  /** The link text or alt text; null if it has none. */
  readonly words: string | null
  readonly wordsAt: number
  /** The language of the page, if the link names it. */
  readonly language?: string
  /** A template shows it, and may put a folder before its name. */
  readonly isOfTemplate?: boolean
  /** An anchor after the template tag that gives the address. */
  readonly after?: { readonly anchor: string; readonly from: number; readonly to: number }
  /** How the address is written, which determines what must be encoded in it. */
  readonly written: 'inline' | 'angle' | 'definition' | 'html' | 'tag' | 'bare'
}

/** `[words][label]`, `[^label]`, or a definition of one of them. */
export interface LabelPart extends Place {
  readonly label: string
  /** The range of the whole; for a definition including its line break. */
  readonly whole: Place
  /** For an image: the alt text and its offset. */
  readonly alt?: { readonly words: string; readonly at: number }
  /** `[label]` alone may just be text between brackets. */
  readonly isShort?: boolean
}

/** The parts of a post's body that checks need. */
export interface BodyParts {
  readonly headings: readonly HeadingPart[]
  readonly htmlHeadings: readonly HtmlHeading[]
  readonly links: readonly LinkPart[]
  readonly images: readonly LinkPart[]
  readonly definitions: readonly LabelPart[]
  readonly references: readonly LabelPart[]
  readonly notes: readonly LabelPart[]
  readonly noteMarks: readonly LabelPart[]
  /** Addresses in the text without link syntax; in an HTML block, markdown does not apply to them. */
  readonly bare: readonly (Place & { readonly text: string; readonly isInHtml: boolean })[]
  /** Links and images that are not parsed because their address contains a space. */
  readonly unparsed: readonly (Place & { readonly target: string })[]
  /** Code blocks without an end; their place is the first line. */
  readonly openFences: readonly (Place & {
    readonly mark: string
    readonly indent: string
    readonly end: number
  })[]
  /** The contents of these code blocks, which may belong to the text once they are closed. */
  readonly openText: string
  /** HTML elements without an end tag. */
  readonly openTags: readonly (Place & { readonly name: string })[]
  /** Ids from HTML and attributes. */
  readonly ids: readonly string[]
  /** Whether the page includes content from elsewhere or headings in an open code block, so that ids are unknown. */
  readonly hasParts: boolean
  /** Reminders that a writer left for later. */
  readonly reminders: readonly (Place & { readonly text: string })[]
}

/** A label in the form used for comparison: single spaces, and letter case folded as CommonMark does. */
export const foldLabel = (label: string): string =>
  label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
