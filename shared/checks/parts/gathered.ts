import type { BodyParts, HeadingPart, LabelPart, LinkPart } from './body-parts'
import type { HtmlTag } from './html-tags'
import type { PlaceOf } from './place'

/** What is gathered while a body is read. */
export interface Gathered {
  readonly text: string
  readonly place: PlaceOf
  readonly headings: HeadingPart[]
  readonly links: LinkPart[]
  readonly images: LinkPart[]
  readonly definitions: LabelPart[]
  readonly references: LabelPart[]
  readonly tags: HtmlTag[]
  /** Tags that are indented so far that they became code. */
  readonly codeTags: HtmlTag[]
  readonly unparsed: BodyParts['unparsed'][number][]
  readonly openFences: BodyParts['openFences'][number][]
  readonly ids: string[]
  /** Ranges without prose: code, addresses, HTML. Start and end in turn. */
  readonly silent: number[]
}
