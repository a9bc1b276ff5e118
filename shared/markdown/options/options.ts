import type { ReadableHeads } from '../../front-matter/find/forms'
import type { MarkdownFeatures } from './features'

/** Code, with its colours or not yet. */
interface HighlightedCode {
  readonly html: string
  readonly final: boolean
}

/** How a page is to be made. Everything that is not pure is passed in. */
export interface MarkdownOptions {
  readonly features: MarkdownFeatures
  /** The forms of heads that the site reads; each where nothing is known of it. */
  readonly heads?: ReadableHeads | undefined
  /** The address that shows the image `reference` of this post; null leaves a labelled placeholder. */
  readonly assetUrl: (reference: string) => string | null
  /** Images from other servers: shown, or held back behind a placeholder. */
  readonly remoteImages: 'show' | 'hold'
  /** Writes `data-line` on what is inside a block, for scroll sync. Off by default. */
  readonly sourceMap?: boolean
  /** Check boxes of task lists can be ticked. Off by default. */
  readonly tickable?: boolean
  /** Code as safe HTML. What is not `final` is drawn again when its language has been loaded. */
  readonly highlight?: (code: string, language: string) => HighlightedCode
  /** A formula as safe HTML, or null while the engine is not loaded (the source stands). */
  readonly math?: (tex: string, display: boolean) => string | null
  /** A Mermaid diagram as safe HTML, or null where it was not drawn (the source stands). */
  readonly diagram?: (source: string) => string | null
  /** Told the first line of each block before it is read. */
  readonly onBlock?: (firstLine: string) => void
  /** `<br />` instead of `<br>`, as the specification's examples have it. */
  readonly xhtml?: boolean
  /** Keeps link schemes we would refuse; only for the specification's examples. */
  readonly anyLink?: boolean
}
