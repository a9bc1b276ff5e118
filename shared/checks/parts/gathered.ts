import type { BodyParts, HeadingPart, HtmlHeading, LabelPart, LinkPart } from './body-parts'
import type { HtmlTag } from './html-tags'
import type { PlaceOf } from './place'

/** The parts collected while a body is read. */
export interface Gathered {
  readonly text: string
  readonly isMdx: boolean
  readonly place: PlaceOf
  readonly headings: HeadingPart[]
  readonly htmlHeadings: HtmlHeading[]
  readonly links: LinkPart[]
  readonly images: LinkPart[]
  readonly definitions: LabelPart[]
  readonly references: LabelPart[]
  readonly tags: HtmlTag[]
  /** Tags inside indented code. */
  readonly codeTags: HtmlTag[]
  readonly unparsed: BodyParts['unparsed'][number][]
  readonly openFences: BodyParts['openFences'][number][]
  readonly ids: string[]
  /** HTML blocks, and the contents of links in HTML and by reference. Alternating start and end offsets. */
  readonly htmlBlocks: number[]
  readonly linkTexts: number[]
  /** Ranges without prose: code, addresses, HTML. Alternating start and end offsets. */
  readonly silent: number[]
}
